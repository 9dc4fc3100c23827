// Keeps of a style sheet what the portal's pages can use: rules whose every class occurs, in the browsers' modes we style.

/** Removes selectors that name a class not in `used`, then rules and at-rules left empty. */
export function keep_used_rules(root, used) {
  root.walkComments((comment) => comment.remove());
  root.walkAtRules('charset', (rule) => rule.remove());
  root.walkRules((rule) => {
    if (rule.parent.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return;
    rule.selectors = rule.selectors.filter((selector) => is_used(selector, used));
    if (rule.selector === '') rule.remove();
  });
  remove_empty(root);
  remove_unused_keyframes(root);
}

function is_used(selector, used) {
  const positive = selector.replace(/:not\([^()]*\)/g, '');
  return [...positive.matchAll(/\.([A-Za-z][\w-]*)/g)].every((match) => used.has(match[1]));
}

export function remove_empty(root) {
  root.walk((node) => {
    if (node.nodes && node.nodes.length === 0) node.remove();
  });
  root.walkAtRules((rule) => {
    if (rule.nodes && rule.nodes.length === 0) rule.remove();
  });
}

function remove_unused_keyframes(root) {
  const animations = new Set();
  root.walkDecls(/^animation/, (declaration) => declaration.value.split(/[\s,]+/).forEach((word) => animations.add(word)));
  root.walkAtRules(/keyframes$/, (rule) => {
    if (!animations.has(rule.params)) rule.remove();
  });
}
