// What is kept of an element's answers outside the program: the newest slot in the storage, and a copy in memory for when the
// storage could not take what the user did last (it is full, denied, or not wanted).

import { newest } from "./slots.js";

export class Keepsake {
  #persist = "none";
  #bank;
  #key;
  #copy; // {place, sequence, text}

  /** From now on it is about these answers. */
  place(persist, bank, key) {
    this.#persist = persist;
    this.#bank = bank;
    this.#key = key;
  }

  /** Copies an export; an empty one is not worth it. */
  keep(data) {
    const isEmpty = !Object.keys({ ...data.answers, ...data.notes }).length;
    this.#copy = isEmpty ? null : { place: this.#place, sequence: this.slot()?.sequence, text: JSON.stringify(data) };
  }

  /** The newest slot; null if there is none. */
  slot() {
    return newest(this.#persist, this.#bank, this.#key);
  }

  /** The copy, if it holds what the storage does not: nothing was saved since, and it differs. */
  copy(slot) {
    if (!this.#copy) return null;
    const { place, sequence, text } = this.#copy;
    if (slot === undefined) slot = this.slot();
    return place === this.#place && sequence === slot?.sequence && text !== slot?.payload ? text : null;
  }

  /** The newest answers that can be had, as text. */
  saved(slot = this.slot()) {
    return this.copy(slot) ?? slot?.payload;
  }

  get #place() {
    return [this.#persist, this.#bank, this.#key].join(":");
  }
}
