// Lint rules for everything written in JavaScript. Above all: no way from text to markup or code. Run from the
// repository root: node .build/node/node_modules/eslint/bin/eslint.js -c web/eslint.config.mjs web tests/web
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const nodeDirectory = process.env.STADTTOR_NODE_DIR ?? fileURLToPath(new URL("../.build/node", import.meta.url));
const js = createRequire(join(resolve(nodeDirectory), "package.json"))("@eslint/js");

const MARKUP_SINKS = [
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "setHTML",
  "setHTMLUnsafe",
  "parseHTMLUnsafe",
  "createContextualFragment",
  "parseFromString",
  "srcdoc",
].map((property) => ({ property, message: "Text becomes textContent, never markup." }));

const noMarkup = {
  "no-restricted-properties": [
    "error",
    ...MARKUP_SINKS,
    { object: "document", property: "write", message: "Text becomes textContent, never markup." },
    { object: "document", property: "writeln", message: "Text becomes textContent, never markup." },
    { property: "children", message: "A form field of that name would answer; use firstElementChild." },
  ],
  "no-restricted-syntax": [
    "error",
    {
      selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value=/^(on|srcdoc$|style$)/i]",
      message: "Neither handlers nor styles as attributes.",
    },
  ],
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-script-url": "error",
};

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...noMarkup,
      // tsc knows every name and its type.
      "no-undef": "off",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 400 }],
      "max-len": ["error", { code: 120 }],
    },
  },
  { files: ["**/view_boot.js"], languageOptions: { sourceType: "script" } },
  // Tests try what the code must refuse.
  {
    files: ["tests/**"],
    rules: {
      "no-script-url": "off",
      "no-restricted-properties": "off",
      "max-len": ["error", { code: 160 }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='waitForFunction'] > ArrowFunctionExpression[async=true]",
          message: "Playwright takes its promise for yes; use waitUntil of support/browser.mjs.",
        },
      ],
    },
  },
];
