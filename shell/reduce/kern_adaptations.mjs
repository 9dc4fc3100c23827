// What we change in KERN's own rules, each for a reason given here; everything else stays KERN's.
import { make_logical } from './logical_properties.mjs';

/** Before unused rules go: tokens of the innermost layer belong to body; we use neither KERN's layers nor its theme classes. */
export function name_layers_plainly(root) {
  root.walkRules(/^:is\(body/, (rule) => void (rule.selector = 'body'));
}

export function adapt_kern(root, postcss) {
  root.walkRules((rule) => {
    if (rule.parent.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return;
    // The font is inherited from body: one rule instead of one match per element.
    if (rule.selector === '*:not(i)') return void rule.remove();
    if (rule.selector === '.kern-icon') show_known_icons_only(rule);
    // The colour of an icon is said once, at .kern-icon, not again with each name.
    if (/^\.kern-icon--[\w-]+$/.test(rule.selector)) rule.walkDecls('background-color', (declaration) => declaration.remove());
    rule.walkDecls('font-family', (declaration) => void (rule.selector === 'body' || declaration.remove()));
    // Smooth scrolling delays the focus and the place that the engine restores.
    rule.walkDecls('scroll-behavior', (declaration) => declaration.remove());
    // Nor does our page, long as it is, need room kept for a bar it always has.
    rule.walkDecls('scrollbar-gutter', (declaration) => declaration.remove());
    // A field grows with its text (WCAG 1.4.12).
    if (/__input|__select-wrapper/.test(rule.selector)) {
      rule.walkDecls('height', (declaration) => void (declaration.value.startsWith('var(') && (declaration.prop = 'min-height')));
    }
    make_logical(rule);
  });
  join_forced_colours(root, postcss);
  join_wide_screens(root, postcss);
}

// An icon without a picture shows nothing, not a square: the mask stands until a known name gives another.
function show_known_icons_only(rule) {
  const nothing = 'linear-gradient(transparent,transparent)';
  rule.append({ prop: 'background-color', value: 'var(--kern-color-layout-text-default-contextual)' }, { prop: '-webkit-mask', value: nothing }, { prop: 'mask', value: nothing });
}

// KERN paints icons white where colours are forced, which is wrong on white; adaptations.css says it for all icons.
function join_forced_colours(root, postcss) {
  const joined = postcss.atRule({ name: 'media', params: '(forced-colors:active)', nodes: [] });
  root.walkAtRules('media', (media) => {
    if (!media.params.includes('forced-colors')) return;
    const holder = media.parent;
    media.walkDecls(/^(background-color|forced-color-adjust)$/, (declaration) => declaration.remove());
    media.each((node) => void (node.type === 'rule' && node.nodes.length > 0 && joined.append(node.clone())));
    media.remove();
    if (holder.nodes.length === 0) holder.remove();
  });
  if (joined.nodes.length) root.append(joined);
}

// One block of tokens for wide screens.
function join_wide_screens(root, postcss) {
  const joined = postcss.rule({ selector: ':root' });
  root.walkAtRules('media', (media) => {
    if (media.params !== '(min-width: 768px)') return;
    media.walkRules(':root', (rule) => {
      joined.append(...rule.nodes.map((node) => node.clone()));
      rule.remove();
    });
  });
  if (joined.nodes.length) root.append(postcss.atRule({ name: 'media', params: '(min-width:768px)', nodes: [] }).append(joined));
}
