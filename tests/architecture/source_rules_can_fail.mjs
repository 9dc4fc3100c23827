// Each source rule is broken once in a small tree of its own, and must be named. A rule that cannot fail guards nothing.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { breachesIn, revealReasonsIn } from './source_rules.mjs';

function breachesOf(files) {
  const root = mkdtempSync(join(tmpdir(), 'stadttor-rules-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    return { breaches: breachesIn(root), reasons: revealReasonsIn(root) };
  } finally {
    rmSync(root, { recursive: true });
  }
}

const CASES = {
  'an arrow from semantics to services': [{ 'src/semantics/a.cpp': '#include "services/screen.h"' }, /arrow points up/],
  'a service that knows its presentation': [{ 'src/services/b.cpp': '#include "presentation/document/fragment.h"' }, /arrow points up/],
  'a presentation that knows a service': [{ 'src/presentation/c.cpp': '#include "city/texts.h"' }, /arrow points up/],
  'an engine part that picks its adapter': [{ 'src/portal/d.cpp': '#include "platform/web/clock_web.h"' }, /arrow points up/],
  'the client reaching for the authoring side': [{ 'src/portal/e.cpp': '#include "portal/authoring/pack_source.h"' }, /arrow points up/],
  'the JSON library outside its door': [{ 'src/city/f.cpp': '#include <nlohmann/json.hpp>' }, /json_reader/],
  'the platform macro in the engine': [{ 'src/city/g.cpp': '#ifdef __EMSCRIPTEN__' }, /platform\/web/],
  'a header without its first sentence': [{ 'src/city/h.h': '#pragma once' }, /opens by saying/],
  'a name that says nothing': [{ 'src/city/text_util.h': '// For all.\n' }, /says nothing/],
  'two files of one name': [{ 'src/city/i.cpp': '', 'src/portal/i.cpp': '' }, /unique/],
  'a file nobody reads to its end': [{ 'src/city/j.cpp': '\n'.repeat(500) }, /longer than/],
  'HTML from text in the browser': [{ 'web/k.js': 'element.innerHTML = text;' }, /textContent/],
};

for (const [name, [files, expected]] of Object.entries(CASES)) {
  const { breaches } = breachesOf(files);
  assert.ok(breaches.some((breach) => expected.test(breach)), `${name} was not named: ${breaches}`);
}
assert.deepEqual(breachesOf({ 'src/services/l.cpp': '#include "city/texts.h"\n', 'src/city/m.h': '// Says.\n' }).breaches, []);
assert.equal(breachesOf({ 'src/city/n.cpp': 'name.reveal<"shown to its owner">()' }).reasons.length, 1);
console.log(`${Object.keys(CASES).length} rules can fail`);
