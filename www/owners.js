// Which element keeps its answers under which storage key: no two on a page may write under the same one.

const owners = new Map();

/**
 * Gives `life` a key of its own: the wanted one, or the wanted one with "-2", "-3" and so on. An owner that is no longer in
 * the page gives way at once, so that a page that builds its element anew finds the same answers.
 */
export function own(life, place, wanted) {
  for (let n = 1; ; n++) {
    const key = n > 1 ? `${wanted}-${n}` : wanted;
    const owner = owners.get(place + key);
    if (owner && owner !== life) {
      if (owner.element.isConnected) continue;
      owner.end();
    }
    owners.set(place + key, life);
    return key;
  }
}

/** Gives back what `life` owns. */
export function disown(life) {
  for (const [key, owner] of owners) if (owner === life) owners.delete(key);
}
