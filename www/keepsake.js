// What is kept of an element's answers outside the program: the newest slot in the storage, and a copy in memory for when the
// storage could not take what the user did last (it is full, denied, or not wanted).

import { newest } from "./slots.js";

export class Keepsake {
  #persist = "none";
  #place = "";
  #copy; // {place, sequence, text}

  /** From now on it is about these answers. */
  place(persist, place) {
    this.#persist = persist;
    this.#place = place;
  }

  /** Copies an export; an empty one is not worth it. */
  keep(data) {
    const isEmpty = !Object.keys({ ...data.answers, ...data.notes }).length;
    this.#copy = isEmpty ? null : { place: this.#where, sequence: this.slot()?.sequence, text: JSON.stringify(data) };
  }

  /** The newest slot; null if there is none. */
  slot() {
    return newest(this.#persist, this.#place);
  }

  /** The copy, if it holds what the storage does not: nothing was saved since, and it differs. */
  copy(slot) {
    if (!this.#copy) return null;
    const { place, sequence, text } = this.#copy;
    if (slot === undefined) slot = this.slot();
    return place === this.#where && sequence === slot?.sequence && text !== slot?.payload ? text : null;
  }

  /** The newest answers that can be had, as text. */
  saved(slot = this.slot()) {
    return this.copy(slot) ?? slot?.payload;
  }

  get #where() {
    return [this.#persist, this.#place].join(":");
  }
}
