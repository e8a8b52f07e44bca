/**
 * Passes over sentences for people: a test that repeats a sentence finds nothing but that somebody has
 * worded it better. Codes, severities and every other text are mutated.
 */

/** Members of objects that hold a sentence in one of our languages, or a word on a field for OpenAPI. */
const SENTENCES = new Set(["ja", "en", "description", "example"]);

/** Thrown with a sentence for whoever reads the log; programs go by the code beside it. */
const FAULTS = new Set(["DomainError", "XmlFault"]);

/** The table of messages in words.ts: the severity stands first in each entry, sentences follow. */
const TABLE = "WORDS";

const isText = (node) => node.type === "StringLiteral" || node.type === "TemplateLiteral";

function isSentence({ node, parent, key, listKey, parentPath }) {
  if (!isText(node)) return false;
  if (parent.type === "ObjectProperty") return key === "value" && SENTENCES.has(parent.key.name);
  if (parent.type === "NewExpression") return FAULTS.has(parent.callee.name) && !isCode(parent, key);
  if (parent.type !== "ArrayExpression" || listKey !== "elements" || key === 0) return false;
  return parentPath.findParent((path) => path.isVariableDeclarator())?.node.id.name === TABLE;
}

/** The first of several arguments is the code. */
const isCode = (call, key) => call.arguments.length > 1 && key === 0;

/** `.meta({…})` and the `{ error }` of `.refine(…)` and `.regex(…)`: what OpenAPI and zod say, held by test/contracts/api. */
function isSchemaWording({ node, parent, listKey, key }) {
  if (node.type !== "ObjectExpression" || listKey !== "arguments") return false;
  const method = parent.callee.property?.name;
  return method === "meta" || ((method === "refine" || method === "regex") && key === 1);
}

export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "wording",
    value: {
      shouldIgnore: (path) => (isSentence(path) || isSchemaWording(path) ? "wording" : undefined),
    },
  },
];
