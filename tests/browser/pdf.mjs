// The words on each page of a PDF as Chromium writes it: streams that zlib packed, text by glyph, and a table of characters for each font.

import { inflateSync } from "node:zlib";

/** The text of each page, glyphs in the order in which they were drawn, without spaces. */
export function pages(pdf) {
  const objects = read(pdf);
  const fonts = new Map();
  return [...objects.values()]
    .filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const named = new Map();
      for (const [, name, id] of fontList(head, objects).matchAll(/\/(\w+)\s+(\d+) 0 R/g)) {
        if (!fonts.has(id)) fonts.set(id, characters(objects, id));
        named.set(name, fonts.get(id));
      }
      const contents = [.../\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(head)[1].matchAll(/(\d+) 0 R/g)];
      return words(contents.map(([, id]) => objects.get(id).stream).join("\n"), named);
    });
}

function read(pdf) {
  const text = pdf.toString("latin1");
  const objects = new Map();
  for (const { 0: start, 1: id, index } of text.matchAll(/(?<=^|[\r\n])(\d+) 0 obj\b/g)) {
    const from = index + start.length;
    const end = text.indexOf("endobj", from);
    const at = text.indexOf("stream", from);
    const has = at >= 0 && at < end;
    const head = text.slice(from, has ? at : end);
    const body = has && text.slice(at).replace(/^stream\r?\n/, "").slice(0, Number(/\/Length (\d+)/.exec(head)?.[1]));
    const stream = body && (head.includes("/FlateDecode") ? inflateSync(Buffer.from(body, "latin1")).toString("latin1") : body);
    objects.set(id, { head, stream });
  }
  return objects;
}

function fontList(head, objects) {
  const [, direct, id] = /\/Font\s*(?:<<(.*?)>>|(\d+) 0 R)/s.exec(head) ?? [];
  return direct ?? (id ? objects.get(id).head : "");
}

/** Characters by glyph, from the font's table. */
function characters(objects, font) {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font).head);
  const map = new Map();
  if (!table) return map;
  const { stream } = objects.get(table[1]);
  const character = (hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block] of stream.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph, hex] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) map.set(parseInt(glyph, 16), character(hex));
  }
  for (const [, block] of stream.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first, last, hex] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = parseInt(first, 16);
      for (let glyph = start; glyph <= parseInt(last, 16); glyph++) {
        map.set(glyph, character((parseInt(hex, 16) + glyph - start).toString(16).padStart(hex.length, "0")));
      }
    }
  }
  return map;
}

function words(content, fonts) {
  let font = new Map();
  let out = "";
  for (const [, name, hex] of content.matchAll(/\/(\w+)\s+[\d.]+\s+Tf|<([\dA-Fa-f]+)>/g)) {
    if (name) font = fonts.get(name) ?? new Map();
    else for (const glyph of hex.match(/.{4}/g) ?? []) out += font.get(parseInt(glyph, 16)) ?? "";
  }
  return out.replace(/\s+/g, "");
}
