// Seals files with a passphrase, and opens them, by the browser's own cryptography. Where that is missing (a page without https)
// the program does not call this.

const { subtle } = globalThis.crypto ?? {};

/** Bytes that nobody can foresee. */
export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Seals (`way` is "encrypt") or opens ("decrypt") bytes: AES-GCM with a key of 256 bits, which PBKDF2 with SHA-256 makes of the
 * passphrase. Rejects if the passphrase is another, or a byte was changed. However a keyboard writes é, it is the same passphrase.
 */
export async function crypt(way, passphrase, bytes, salt, nonce, iterations) {
  // Views of the program's memory do not outlive the call.
  const [data, name, iv] = [bytes, salt, nonce].map((view) => view.slice());
  const typed = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt: name, iterations };
  const key = await subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, [way]);
  return new Uint8Array(await subtle[way]({ name: "AES-GCM", iv }, key, data));
}
