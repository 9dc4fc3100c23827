// HTML as src/presentation/document writes it, in small functions named after the semantic parts, for the gallery.

export const icon = (name) => `<span aria-hidden="true" class="kern-icon kern-icon--${name}"></span>`;
export const link = (text, href = '#', classes = 'kern-link', extra = '') => `<a class="${classes}" href="${href}"${extra}>${text}</a>`;
export const heading = (level, text, classes) =>
  `<h${level} class="${classes ?? ['', 'kern-heading-x-large', 'kern-heading-large', 'kern-heading-medium', 'kern-heading-small'][level]}"${level === 1 ? ' tabindex="-1"' : ''}>${text}</h${level}>`;
export const paragraph = (text, classes = 'kern-body') => `<p class="${classes}">${text}</p>`;
export const list = (classes, items) => `<ul class="${classes}" role="list">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
export const block = (classes, ...parts) => `<div class="${classes}">${parts.join('')}</div>`;
export const section = (title, ...parts) => `<section>${heading(2, title)}${parts.join('')}</section>`;
export const badge = (kind, text) => `<span class="kern-badge kern-badge--${kind}">${text}</span>`;
export const button = (text, kind = 'primary', name) =>
  `<button class="kern-btn kern-btn--${kind}" type="${kind === 'primary' ? 'submit' : 'button'}">${name ? icon(name) : ''}<span class="kern-label">${text}</span></button>`;
export const message = (kind, title, body = '') =>
  `<div class="kern-alert kern-alert--${kind}"><div class="kern-alert__header">${icon(kind)}<span class="kern-title">${title}</span></div><div class="kern-alert__body">${body}</div></div>`;
export const disclosure = (title, body, open = false) =>
  `<details class="kern-accordion"${open ? ' open' : ''}><summary class="kern-accordion__header"><span class="kern-title">${title}</span></summary><div class="kern-accordion__body">${body}</div></details>`;
export const facts = (pairs) =>
  `<dl class="st-facts">${pairs.map(([key, value]) => `<dt class="st-facts__key">${key}</dt><dd class="st-facts__value">${value}</dd>`).join('')}</dl>`;
export const card = (title, text, more = '') =>
  `<li class="kern-card st-card">${link(title, '#', 'kern-link kern-link--stretched st-card__link')}${paragraph(text)}${more}</li>`;
export const tile = (name, text) => `<li><a class="st-tile" href="#">${icon(name)}<span>${text}</span></a></li>`;

let last = 0;
export function field(label, { hint = '', error = '', tag = 'input', attributes = '', value = '' } = {}) {
  const id = `k${++last}`;
  const control = tag === 'input'
    ? `<input class="kern-form-input__input${error ? ' kern-form-input__input--error' : ''}" id="${id}-4" value="${value}" ${attributes}>`
    : `<textarea class="kern-form-input__input" id="${id}-4" ${attributes}>${value}</textarea>`;
  return `<div class="kern-form-input${error ? ' kern-form-input--error' : ''}"><label class="kern-label" for="${id}-4">${label}</label>`
    + `${hint && `<div class="kern-hint">${hint}</div>`}${error && `<p class="kern-error">${error}</p>`}${control}</div>`;
}
export function select(label, options) {
  const id = `k${++last}`;
  return `<div class="kern-form-input"><label class="kern-label" for="${id}-4">${label}</label><div class="kern-form-input__select-wrapper">`
    + `<select class="kern-form-input__select" id="${id}-4">${options.map((text) => `<option>${text}</option>`).join('')}</select></div></div>`;
}
export function check(label, type = 'checkbox', checked = false) {
  const id = `k${++last}`;
  return `<div class="kern-form-check"><input class="kern-form-check__${type}" id="${id}-4" type="${type}" name="${type}"${checked ? ' checked' : ''}><label class="kern-label" for="${id}-4">${label}</label></div>`;
}
export const group = (legend, ...parts) =>
  `<fieldset class="kern-fieldset"><legend class="kern-label">${legend}</legend><div class="kern-fieldset__body">${parts.join('')}</div></fieldset>`;

export function search(label, action, { value = '', suggestions = [] } = {}) {
  const box = `k${++last}`;
  return `<form class="st-search" role="search" action="#">${field(label, { value, attributes: `type="search" role="combobox" aria-expanded="${suggestions.length > 0}" aria-controls="${box}" autocomplete="off"` })}`
    + `<ul class="st-suggestions" id="${box}" role="listbox" aria-label="Vorschläge"${suggestions.length ? '' : ' hidden'}>${suggestions.map((text, at) => `<li class="st-suggestion" role="option" aria-selected="${at === 1}">${text}</li>`).join('')}</ul>${button(action, 'primary', 'search')}</form>`;
}
export const breadcrumb = (...parts) =>
  `<nav class="st-breadcrumb" aria-label="Pfad"><ol class="st-link-list" role="list">${parts.map((text, at) => `<li>${at < parts.length - 1 ? link(text) : `<span aria-current="page">${text}</span>`}</li>`).join('')}</ol></nav>`;
