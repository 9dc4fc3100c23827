// Classes that stay whether or not a prerendered page shows them: the engine may show them later (errors, notices,
// fields of a form). A test compares them with what src/presentation/document can write.

export const kKeptClasses = `
  kern-accordion kern-accordion__body kern-accordion__header
  kern-alert kern-alert__body kern-alert__header kern-alert--danger kern-alert--info kern-alert--success kern-alert--warning
  kern-badge kern-badge--danger kern-badge--info kern-badge--success kern-badge--warning
  kern-body kern-body--bold kern-body--large kern-body--muted kern-body--small
  kern-btn kern-btn--primary kern-btn--secondary kern-btn--tertiary kern-btn--x-small
  kern-card kern-card__container kern-dialog kern-divider kern-error
  kern-fieldset kern-fieldset__body kern-fieldset__body--horizontal kern-fieldset--error
  kern-form-check kern-form-check__checkbox kern-form-check__radio
  kern-form-input kern-form-input__input kern-form-input__input--error kern-form-input__select
  kern-form-input__select-wrapper kern-form-input--error
  kern-heading-display kern-heading-large kern-heading-medium kern-heading-small kern-heading-x-large
  kern-hint kern-icon kern-label kern-link kern-link--stretched
  kern-list kern-list--bullet kern-list--number kern-preline kern-progress kern-sr-only
  kern-table kern-table__body kern-table__cell kern-table__header kern-table__row kern-table--small kern-table-responsive
  kern-title
`.trim().split(/\s+/);

// Icons that pages may ask for at any time, beside those found in the class list.
export const kKeptIcons = `
  info success warning danger search close check checklist arrow-forward arrow-down arrow-up open-in-new
  language visibility easy-language sign-language home mail download add delete edit help
`.trim().split(/\s+/);
