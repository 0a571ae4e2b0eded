// Finds the browsers of this machine.

import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the suite needs: the variable that can name the program, what it may be called, where else it may lie, its Debian package. */
const PROGRAMS = [
  {
    variable: "CHROMIUM",
    names: ["chromium", "chromium-browser", "google-chrome"],
    places: ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    package: "chromium",
  },
  {
    variable: "FIREFOX",
    names: ["firefox-esr", "firefox"],
    places: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    package: "firefox-esr",
  },
  { variable: "WEBKIT_WEBDRIVER", names: ["WebKitWebDriver"], places: [], package: "webkit2gtk-driver" },
  { variable: "MINIBROWSER", names: ["MiniBrowser"], places: miniBrowserPlaces(), package: "webkit2gtk-driver" },
  { variable: "XVFB", names: ["Xvfb"], places: [], package: "xvfb" },
];

/** The path of a program: what the environment names, or the first that is installed. */
export function findProgram(variable) {
  const program = PROGRAMS.find((one) => one.variable === variable);
  const found = search(program);
  if (!found) throw new Error(`${program.names.join(" or ")} is not installed; ${variable} can name the program`);
  return found;
}

/** The programs that are not installed. */
export function missingPrograms() {
  return PROGRAMS.filter((program) => !search(program));
}

function search({ variable, names, places }) {
  if (process.env[variable]) return [process.env[variable]].find(canRun);
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(canRun);
}

/** The browser that WebKitWebDriver drives; Debian puts it into a folder of the library. */
function miniBrowserPlaces() {
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

// `node find.mjs` says what is missing: one line per program, its variable and its Debian package.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const program of missingPrograms()) console.log(program.variable, program.package);
}
