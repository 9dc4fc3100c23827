// The pages of the gallery: every part of the design once, with texts as long as real ones.
import { badge, block, breadcrumb, button, card, check, disclosure, facts, field, group, heading, icon, link, list, message, paragraph, search, section, select, tile } from './gallery_parts.mjs';

const kTexts = {
  de: {
    offer: 'Ein Angebot der Stadt Musterstadt', city: 'Musterstadt', language: 'Deutsch', view: 'Ansicht', skip: 'Zum Inhalt springen',
    menu: ['Leistungen A–Z', 'Lebenslagen', 'Ämter', 'Aktuelles'], search: 'Was möchten Sie erledigen?', find: 'Suchen',
    claim: 'Alles, was die Stadt für Sie tut', welcome: 'Finden Sie Leistungen, Ämter und Öffnungszeiten. Ihre Eingaben bleiben auf Ihrem Gerät.',
  },
  ar: {
    offer: 'خدمة من مدينة موسترشتات', city: 'Musterstadt', language: 'العربية', view: 'إعدادات العرض', skip: 'انتقل إلى المحتوى',
    menu: ['الخدمات من الألف إلى الياء', 'مواقف الحياة', 'الدوائر', 'أخبار'], search: 'ماذا تريد أن تنجز؟', find: 'بحث',
    claim: 'كل ما تقدمه المدينة لك', welcome: 'اعثر على الخدمات والدوائر وأوقات العمل. ما تكتبه يبقى على جهازك.',
  },
};

const kSituations = [
  ['schwangerschaft-geburt', 'Schwangerschaft und Geburt'], ['kinderbetreuung', 'Kinderbetreuung'], ['schule', 'Schule'], ['jugend', 'Jugend'],
  ['umzug', 'Umziehen und Wohnen'], ['ausweise', 'Ausweise und Dokumente'], ['fahrzeug', 'Auto und Verkehr'], ['ehe', 'Heiraten'],
  ['soziales', 'Geld und Unterstützung'], ['behinderung-pflege', 'Behinderung und Pflege'], ['alter', 'Älter werden'], ['todesfall', 'Todesfall'],
  ['arbeit', 'Arbeit und Ausbildung'], ['unternehmen', 'Unternehmen und Selbstständigkeit'], ['bauen', 'Bauen'], ['energie-wasser', 'Energie und Wasser'],
  ['abfall', 'Abfall'], ['tiere', 'Tiere'], ['migration', 'Ankommen in Deutschland'], ['mitmachen', 'Mitmachen'],
];

function frame(language, main, with_search) {
  const t = kTexts[language] ?? kTexts.de;
  const languages = ['Deutsch', 'Leichte Sprache', 'English', 'Türkçe', 'Українська', 'العربية'];
  const header = `<header class="st-header"><div class="st-topbar"><p class="kern-body kern-body--small">${t.offer}</p></div><div class="st-header__inner"><div class="st-header__row"><a class="st-brand" href="#"><img class="st-crest" src="wappen.svg" alt="" width="48" height="56"><span class="st-brand__name">${t.city}</span></a>`
    + `<div class="st-tools"><details class="st-dropdown"><summary class="st-tool">${icon('language')}<span class="st-tool__text">${t.language}</span></summary><div class="st-dropdown__body">${list('st-link-list', languages.map((name) => link(name, '#', 'kern-link', name === t.language ? ' aria-current="page"' : '')))}</div></details>`
    + `<a class="st-tool" href="#">${icon('settings')}<span>${t.view}</span></a></div></div>`
    + `<div class="st-header__row"><nav class="st-menu">${list('st-link-list', t.menu.map((text, at) => link(text, '#', 'st-menu__link', at === 0 ? ' aria-current="page"' : '')))}</nav>${with_search ? search(t.search, t.find) : ''}</div></div></header>`;
  const footer = `<footer class="st-footer"><div class="st-footer__inner"><div class="st-footer__columns">`
    + `<section>${heading(2, 'Kontakt')}${paragraph('Rathaus, Marktplatz 1<br>12345 Musterstadt')}${paragraph(`Telefon ${link('115', 'tel:115')}`)}${paragraph(link('stadt@musterstadt.example'))}</section>`
    + `<section>${heading(2, 'Hilfe')}${list('st-link-list', ['Leichte Sprache', 'Gebärdensprache', 'So funktioniert die Suche', 'Ansicht einstellen'].map((text) => link(text)))}</section>`
    + `<section>${heading(2, 'Rechtliches')}${list('st-link-list', ['Impressum', 'Datenschutz', 'Erklärung zur Barrierefreiheit'].map((text) => link(text)))}</section>`
    + `</div><p class="kern-body kern-body--small">Kein Tracking, keine Cookies. Was Sie suchen, bleibt auf Ihrem Gerät.</p></div></footer>`;
  return `<div class="st-page" id="portal"><a class="st-skip" href="#inhalt">${t.skip}</a>${header}<main class="st-main" id="inhalt">${main}</main>${footer}</div>`;
}

const arrow = (text) => link(text, '#', 'kern-link st-link-arrow');

function start(language) {
  const t = kTexts[language] ?? kTexts.de;
  const services = [['Wohnsitz anmelden', 'Nach dem Einzug melden Sie sich innerhalb von zwei Wochen an.'], ['Personalausweis beantragen', 'Sie brauchen einen neuen Ausweis? So geht es.'], ['Hund anmelden', 'Für jeden Hund zahlen Sie Hundesteuer. So melden Sie Ihr Tier an.'], ['Kita-Platz anmelden', 'Melden Sie Ihr Kind für einen Platz in einer Kindertagesstätte an.'], ['Sperrmüll anmelden', 'Bestellen Sie die Abholung großer Gegenstände.'], ['Fahrzeug zulassen', 'Neues Auto, Motorrad oder Anhänger zulassen.'], ['Schwerbehindertenausweis verlängern', 'Ihr Ausweis läuft ab? Verlängern Sie ihn rechtzeitig.'], ['Wohngeld beantragen', 'Zuschuss zur Miete oder zu den Kosten des eigenen Hauses.']];
  const events = [['2026-12-05', 'Sa., 5. Dezember', 'Weihnachtsmarkt am Alten Hafen', '11 bis 20 Uhr, Hafenplatz'], ['2026-12-09', 'Mi., 9. Dezember', 'Ratssitzung', '17 Uhr, Rathaus, Großer Saal'], ['2027-01-09', 'Sa., 9. Januar', 'Abholung der Weihnachtsbäume', 'Alle Stadtteile']];
  return `<section class="st-hero">${block('st-container', heading(1, t.claim, 'kern-heading-display'), paragraph(t.welcome, 'kern-body kern-body--large'), search(t.search, t.find))}<img class="st-illustration" src="stadtansicht.svg" alt="" width="1600" height="260"></section>`
    + block('st-container', section('Oft gebraucht', `<ul class="st-card-grid" role="list">${services.map(([title, text]) => card(title, text)).join('')}</ul>`, arrow('Alle Leistungen von A bis Z')))
    + block('st-band', section('Lebenslagen', `<ul class="st-tiles" role="list">${kSituations.map(([id, name]) => tile(id, name)).join('')}</ul>`))
    + block('st-container', block('st-split', section('Termine in der Stadt', `<ul class="st-agenda" role="list">${events.map(([date, text, title, place]) => `<li><time datetime="${date}">${text}</time>${link(title)}${paragraph(place, 'kern-body kern-body--muted')}</li>`).join('')}</ul>`, arrow('Alle Termine')),
      section('Ämter', `<ul class="st-card-grid" role="list">${card('Bürgerbüro', 'Marktplatz 1, 12345 Musterstadt', badge('success', 'Jetzt geöffnet, bis 18 Uhr'))}${card('Standesamt', 'Am Stadttor 4, 12345 Musterstadt', badge('warning', 'Geschlossen, öffnet morgen um 8 Uhr'))}</ul>`)),
      message('info', 'Neuer Fahrplan ab 13. Dezember', paragraph('Die Linien 4 und 7 fahren auf neuen Wegen. ' + link('Zum neuen Fahrplan'))));
}

function service() {
  const main = block('', section('Kurz erklärt', paragraph('Wer in Musterstadt einen Hund hält, meldet ihn beim Steueramt an. Das gilt vom Welpen bis zum alten Familienhund und auch dann, wenn Sie mit dem Hund hierher ziehen. ' + link('Mehr zur Hundesteuer') + ' lesen Sie in der Satzung.'), paragraph('Nach der Anmeldung bekommen Sie einen Bescheid und eine Marke. Der Hund trägt sie draußen gut sichtbar am Halsband.')),
    section('Das brauchen Sie', list('st-checklist', ['Ausgefülltes Anmeldeformular', 'Angaben zu Rasse, Wurftag, Farbe und Chipnummer', 'Kaufvertrag, Tierheimvertrag oder Impfpass, falls vorhanden'])),
    section('So gehen Sie vor', `<ol class="st-steps" role="list">${['Füllen Sie das Formular aus.', 'Wählen Sie, ob Sie abbuchen lassen oder überweisen.', 'Schicken Sie es per Post oder E-Mail oder geben Sie es im Steueramt ab.', 'Befestigen Sie die Marke am Halsband, sobald sie kommt.'].map((text) => `<li>${text}</li>`).join('')}</ol>`),
    section('Kosten und Fristen', facts([['Erster Hund, pro Jahr', '96,00 EUR'], ['Zweiter Hund, pro Jahr', '132,00 EUR'], ['Frist', 'Innerhalb von zwei Wochen, nachdem der Hund zu Ihnen kam'], ['Bearbeitungsdauer', 'Etwa 2 Wochen']])),
    message('warning', 'Gefährliche Hunde brauchen eine Erlaubnis', paragraph('Beantragen Sie sie beim Ordnungsamt, bevor das Tier einzieht.')),
    section('Häufige Fragen', disclosure('Muss ich auch einen Assistenzhund anmelden?', paragraph('Ja. Sie zahlen aber keine Steuer.'), true), disclosure('Ich ziehe weg. Was muss ich tun?', paragraph('Melden Sie den Hund ab.'))),
    section('Rechtsgrundlage', '<ul class="kern-list kern-list--bullet"><li>Hundesteuersatzung der Stadt Musterstadt</li><li>Hundegesetz Ihres Bundeslandes</li></ul>'));
  const side = `<aside class="st-side" aria-label="Zuständig">${heading(2, 'Zuständig')}${paragraph(link('Steueramt'))}${paragraph(badge('success', 'Jetzt geöffnet, bis 16 Uhr'))}${paragraph('Rathausgasse 3<br>12345 Musterstadt')}${paragraph(`Telefon ${link('115', 'tel:115')}`)}<section>${heading(2, 'Online')}${link('Formular herunterladen', '#', 'kern-btn kern-btn--primary').replace('>F', '><span class="kern-label">F').replace('</a>', '</span></a>')}</section><section>${heading(2, 'Passt dazu')}${list('st-link-list', ['Hund abmelden', 'Hundesteuer-Befreiung', 'Wohnsitz anmelden'].map((text) => link(text)))}</section></aside>`;
  return block('st-container', breadcrumb('Start', 'Leistungen A–Z', 'Hund anmelden'), '<p class="kern-preline">Leistung</p>', heading(1, 'Hund anmelden'), paragraph('Für jeden Hund zahlen Sie Hundesteuer. So melden Sie Ihr Tier an und bekommen die Steuermarke.', 'kern-body kern-body--large'), block('st-toolbar', button('Vorlesen', 'secondary', 'volume-up'), button('Drucken', 'tertiary', 'print')), block('st-split', main, side));
}

function results() {
  const found = [['Leistung', 'Hund anmelden', 'Für jeden Hund zahlen Sie Hundesteuer.', 'Gefunden, weil der Name „Hund“ enthält.'], ['Leistung', 'Hundesteuer-Befreiung', 'Für manche Hunde zahlen Sie keine oder weniger Steuer.', 'Gefunden, weil „Hundesteuer“ aus „Hund“ und „Steuer“ besteht.'], ['Amt', 'Steueramt', 'Grundsteuer, Gewerbesteuer, Hundesteuer.', 'Gefunden, weil die Beschreibung „Hunde“ enthält.']];
  return block('st-container', breadcrumb('Start', 'Suche'), heading(1, 'Suche'), search('Suchbegriff', 'Suchen', { value: 'hund', suggestions: ['Hund anmelden', 'Hund abmelden', 'Hundesteuer-Befreiung', 'Gefährlichen Hund halten'] }), '<div class="st-status" role="status">3 Treffer für „hund“</div>',
    `<ol class="st-results" role="list">${found.map(([kind, title, text, why]) => `<li><p class="kern-preline">${kind}</p>${link(title)}${paragraph(text)}${paragraph(why, 'kern-body kern-body--small')}</li>`).join('')}</ol>`);
}

function letters() {
  const names = ['Abbruch anzeigen', 'Abfallkalender', 'Abwassergebühr', 'Arbeitserlaubnis beantragen', 'Arbeitslos melden', 'Aufenthaltstitel beantragen', 'Aufstiegs-BAföG beantragen', 'Ausländischen Führerschein umschreiben', 'Auskunftssperre eintragen lassen'];
  return block('st-container', breadcrumb('Start', 'Leistungen A–Z'), heading(1, 'Leistungen von A bis Z'), `<nav aria-label="Buchstaben">${list('st-alphabet', [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ('CQXY'.includes(letter) ? `<span>${letter}</span>` : link(letter, '#', 'st-letter'))))}</nav>`,
    section('A', list('st-link-list', names.map((name) => link(name)))), section('B', list('st-link-list', names.map((name) => link(name.replace('A', 'B'))))));
}

function office() {
  const days = [['Montag', '8:00 bis 16:00 Uhr'], ['Dienstag', '8:00 bis 18:00 Uhr'], ['Mittwoch', '8:00 bis 12:00 Uhr'], ['Donnerstag', '8:00 bis 18:00 Uhr'], ['Freitag', '8:00 bis 12:00 Uhr, nur mit Termin'], ['Samstag', 'geschlossen']];
  return block('st-container', breadcrumb('Start', 'Ämter', 'Bürgerbüro'), heading(1, 'Bürgerbüro'), paragraph(badge('success', 'Jetzt geöffnet, bis 18 Uhr')), block('st-split', block('',
    section('Öffnungszeiten', `<div class="kern-table-responsive"><table class="kern-table kern-table--small st-hours"><caption class="kern-sr-only">Öffnungszeiten</caption><tbody class="kern-table__body">${days.map(([day, hours], at) => `<tr class="kern-table__row"><th class="kern-table__header" scope="row">${at === 1 ? `<strong>${day}</strong>` : day}</th><td class="kern-table__cell">${hours}</td></tr>`).join('')}</tbody></table></div>`),
    section('Barrierefreiheit', list('st-checklist', ['Eingang ohne Stufen', 'Aufzug', 'Toilette für Menschen mit Rollstuhl'])),
    message('danger', 'Am 24. Dezember geschlossen'), message('success', 'Neu: Termine auch am Samstag', paragraph('Einmal im Monat.'))),
    `<aside class="st-side">${heading(2, 'Adresse')}${paragraph(`${icon('place')} Marktplatz 1<br>12345 Musterstadt`)}${paragraph(link(`${icon('phone')}115`, 'tel:115'))}</aside>`));
}

function form() {
  return block('st-container', breadcrumb('Start', 'Ansicht'), heading(1, 'Ansicht einstellen'), paragraph('Ihre Einstellungen bleiben auf diesem Gerät.', 'kern-body kern-body--large'),
    `<form>${group('Schriftgröße', check('Normal', 'radio', true), check('Groß', 'radio'), check('Sehr groß', 'radio'))}${field('Name', { hint: 'So, wie er im Ausweis steht' })}${field('E-Mail', { error: 'Schreiben Sie eine E-Mail-Adresse mit @, zum Beispiel name@beispiel.de.', value: 'meier' })}${select('Stadtteil', ['Altstadt', 'Nordstadt'])}${field('Ihre Nachricht', { tag: 'textarea' })}${check('Ich möchte eine Kopie bekommen', 'checkbox', true)}${check('Weniger Bewegung')}<div class="st-toolbar">${button('Speichern')}${button('Abbrechen', 'secondary')}${button('Zurücksetzen', 'tertiary')}</div></form>`);
}

export const kPages = { start, service, results, letters, office, form };
export const page_body = (name, language) => frame(language, kPages[name](language), name !== 'start' && name !== 'results');
export const kIconNames = kSituations.map(([id]) => id);
