// Finds the browsers of this machine.

import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first that can be started: what the environment names, then programs on the path, then places. */
export function findProgram(variable, names, places = []) {
  const fromPath = names.flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)));
  const candidates = process.env[variable] ? [process.env[variable]] : [...fromPath, ...places];
  const found = candidates.find(canRun);
  if (!found) throw new Error(`none of ${[...names, ...places].join(", ")} is installed; ${variable} can name the program`);
  return found;
}

/** The browser that WebKitWebDriver drives; Debian puts it into a folder of the library. */
export function miniBrowserPlaces() {
  return ["/usr/lib", "/usr/libexec", "/usr/lib64"].flatMap((base) =>
    list(base)
      .flatMap((name) => [name, ...(name.includes("linux-gnu") ? list(join(base, name)).map((inner) => join(name, inner)) : [])])
      .filter((name) => /webkit(2gtk|gtk)-\d/.test(name))
      .map((name) => join(base, name, "MiniBrowser")),
  );
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
