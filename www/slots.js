// Reads the two storage slots without the program: what is saved must be reachable when nothing else works.
// The format is that of src/session/slots.rs; this file never writes.

/** The beginning of the keys of the first assessment of a bank and a storage key, as place.rs makes it. */
export const placeOf = (...names) => ["gca", ...names.map((name) => name.replace(/[:~%]/g, encodeURIComponent).replace(/~/g, "%7E"))].join(":");

/** The place of the assessment that was open last, else `place` itself. */
export function last(persist, place) {
  try {
    const id = storage(persist).getItem(`${place}:open`);
    const other = `${place}~${id}`;
    if (/^[a-z\d]+$/.test(id) && ["a", "b"].some((slot) => storage(persist).getItem(`${other}:${slot}`))) return other;
  } catch {
    // Nothing can be read, there or elsewhere.
  }
  return place;
}

/** The newest good slot as {sequence, savedAt, payload}; null if there is none or storage is denied. */
export function newest(persist, place) {
  let best = null;
  if (persist === "none") return best;
  for (const slot of "ab") {
    const found = read(persist, `${place}:${slot}`);
    if (found && !(best?.sequence >= found.sequence)) best = found;
  }
  return best;
}

// Even the getter throws where cookies are blocked.
const storage = (persist) => (persist === "session" ? sessionStorage : localStorage);

function read(persist, name) {
  try {
    return parse(storage(persist).getItem(name));
  } catch {
    return null;
  }
}

function parse(text) {
  const [, sequence, crc, savedAt] = /^gca1 (\d+) ([\da-f]{8}) (\d+) /.exec(text);
  const payload = text.slice(text.indexOf("\n") + 1);
  return crc32(payload) === parseInt(crc, 16) ? { sequence: +sequence, savedAt: +savedAt, payload } : null;
}

/** The sequence of a slot's text; 0 if it is not good. */
export function sequenceOf(text) {
  try {
    return parse(text).sequence;
  } catch {
    return 0;
  }
}

function crc32(text) {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 && 0xedb88320);
  }
  return ~crc >>> 0;
}
