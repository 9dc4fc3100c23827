// A form of any size in place of a real one, and the same questions and rules as somebody would write them by hand. Fields in tens: the
// later ones depend on the first, and their sum on all of them.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { places } from "../support/places.mjs";

export const FORM = "hund-anmelden";
export const STEP = "felder";
const GROUP = 10;

const first = (number) => Math.floor(number / GROUP) * GROUP;
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** With `fields` conditions and demands, and a sum for each ten. */
function stepOf(fields) {
  const questions = [];
  for (let number = 0; number < fields; ++number) {
    const question = { id: `f${number}`, kind: "number", label: `Betrag ${number + 1}` };
    if (number % GROUP === 0) {
      question.required = true;
    } else {
      question.when = { "<": [{ var: [`f${first(number)}`, 0] }, 100] };
      question.required = { ">": [{ var: [`f${first(number)}`, 0] }, 50] };
    }
    questions.push(question);
    if (number % GROUP === GROUP - 1) {
      const parts = Array.from({ length: GROUP }, (_, part) => ({ var: [`f${first(number) + part}`, 0] }));
      questions.push({ id: `s${first(number)}`, kind: "derived", label: `Summe ${first(number) / GROUP + 1}`, value: { "+": parts } });
    }
  }
  return { id: STEP, title: "Beträge", questions };
}

function writeAll(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  for (const [name, bytes] of [[file, content], [`${file}.br`, brotliCompressSync(content, quickly)], [`${file}.gz`, gzipSync(content)]]) {
    // It may be a link to what was copied.
    rmSync(name, { force: true });
    writeFileSync(name, bytes);
  }
}

/** The site with a step of so many fields behind the first one of FORM. @returns {string} its folder */
export function writeSiteWithForm(fields) {
  const folder = join(places.bench, `form_site_${fields}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(places.bench, { recursive: true });
  execFileSync("cp", ["--archive", "--link", places.site, folder]);
  const data = join(folder, "daten");
  for (const name of readdirSync(data)) {
    const file = join(data, name, "de/antraege", `${FORM}.json`);
    if (!existsSync(file)) continue;
    const form = JSON.parse(readFileSync(file, "utf8"));
    delete form.schema;
    delete form.checks;
    form.steps = [form.steps[0], stepOf(fields)];
    writeAll(file, JSON.stringify(form));
  }
  return folder;
}

/** In the page written by hand: what the rules say, said in a script. */
function plainScript(group) {
  const fields = [...document.querySelectorAll("input[name^=f]")];
  const valueOf = (field) => (field.closest("p").hidden ? 0 : Number(field.value.replace(",", ".")) || 0);
  document.querySelector("form").addEventListener("input", ({ target }) => {
    const begin = Math.floor(Number(target.name.slice(1)) / group) * group;
    const ten = fields.slice(begin, begin + group);
    const leading = valueOf(ten[0]);
    for (const field of ten.slice(1)) {
      field.closest("p").hidden = !(leading < 100);
      field.required = leading > 50;
    }
    document.querySelector(`output[name=s${begin}]`).value = String(ten.reduce((sum, field) => sum + valueOf(field), 0));
  });
}

/** The floor: the same fields in a page with no engine. @returns {string} the site's folder */
export function writePlainForm(fields) {
  const folder = join(places.bench, `plain_form_${fields}`);
  rmSync(folder, { recursive: true, force: true });
  const lines = [];
  for (let number = 0; number < fields; ++number) {
    lines.push(`<p><label for="f${number}">Betrag ${number + 1}</label><br><input id="f${number}" name="f${number}" inputmode="decimal"></p>`);
    if (number % GROUP === GROUP - 1) lines.push(`<p>Summe ${first(number) / GROUP + 1}: <output name="s${first(number)}">0</output></p>`);
  }
  const style = readFileSync(new URL("../plain_page/plain.css", import.meta.url), "utf8");
  writeAll(join(folder, "de/index.html"), `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>Beträge</title><style>${style}</style></head>
<body><main><h1>Beträge</h1><form>
${lines.join("\n")}
</form></main><script src="form.js"></script></body>
</html>
`);
  // A file of its own: the city's server lets no page run a script that stands in it.
  writeAll(join(folder, "de/form.js"), `(${plainScript})(${GROUP});`);
  return folder;
}
