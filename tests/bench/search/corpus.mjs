// Believable German service texts for the search bench: 10,000 of about 600 characters, always the same for a seed.
// The words are our own; names of services are invented from the compounds German administrations build.

const kModifiers = `Hunde Katzen Pferde Bienen Fischerei Jagd Wald Garten Friedhofs Grab Bestattungs Ehe Geburts Sterbe Namens
Familien Eltern Kinder Jugend Senioren Pflege Behinderten Blinden Schul Schüler Kita Hort Ferien Spielplatz Sport Vereins Ehrenamts
Musik Theater Museums Bibliotheks Archiv Denkmal Bau Abbruch Umbau Dach Keller Fassaden Gerüst Kran Straßen Gehweg Radweg Brücken Park
Bewohner Anwohner Taxi Bus Schienen Hafen Boots Flug Drohnen Fahrzeug Anhänger Motorrad Führerschein Kennzeichen Zulassungs Halter
Wohnungs Miet Wohngeld Heizkosten Strom Gas Wasser Abwasser Fernwärme Solar Energie Müll Abfall Sperrmüll Wertstoff Schrott Gewerbe
Handwerks Gaststätten Markt Messe Reise Makler Wach Lotterie Spiel Automaten Lebensmittel Trinkwasser Hygiene Impf Gesundheits Tier
Seuchen Arzt Apotheken Rettungs Feuerwehr Katastrophen Waffen Sprengstoff Feuerwerk Lärm Immissions Boden Baum Natur Klima Umwelt
Gewässer Hochwasser Deich Grundstücks Kataster Vermessungs Erschließungs Melde Aufenthalts Einbürgerungs Integrations Visum Pass
Ausweis Wahl Bürger Rats Haushalts Vergabe Grund Zweitwohnungs Vergnügungs Beherbergungs Kirchen Stiftungs Sozial Renten Unterhalts
Vormundschafts Betreuungs Adoptions Ausbildungs Studien Aufstiegs Praktikums Arbeits Kurzarbeiter Insolvenz Schulden`.split(/\s+/);

const kHeads = `anmeldung abmeldung steuer gebühr erlaubnis genehmigung bescheinigung ausweis zulassung förderung zuschuss beihilfe
beratung auskunft urkunde prüfung kontrolle anzeige beschwerde befreiung ermäßigung verlängerung verzeichnis nachweis vertrag
vermittlung stelle antrag karte plakette beitrag entschädigung sicherung meldung eintragung änderung übertragung untersuchung
schulung satzung abnahme nutzung vermietung reinigung entsorgung abholung aufsicht planung`.split(/\s+/);

const kVerbs = `beantragen anmelden abmelden verlängern ändern melden anzeigen bezahlen erhalten einsehen umschreiben kündigen
ersetzen verlegen prüfen widerrufen`.split(/\s+/);

const kCircumstances = ['', '', '', 'für Vereine', 'für Betriebe', 'für Familien', 'für Studierende', 'für Rentner', 'für Neubauten',
  'für Altbauten', 'im Außenbereich', 'in der Innenstadt', 'für ein Jahr', 'für eine Saison', 'nach Umzug', 'nach Verlust',
  'nach Diebstahl', 'bei Krankheit', 'bei Auslandsaufenthalt', 'zum Jahresende', 'mit Begleitperson', 'ohne festen Wohnsitz',
  'für Alleinerziehende', 'für Gewerbetreibende', 'als Eigentümer', 'als Mieterin', 'aus dem Ausland', 'für Minderjährige'];

const kNouns = `Antrag Formular Unterschrift Vollmacht Kopie Original Nachweis Frist Bescheid Gebühr Rechnung Überweisung Quittung Termin
Schalter Sachgebiet Zuständigkeit Wohnsitz Hauptwohnung Nebenwohnung Einzug Auszug Vermieter Eigentum Grundbuch Lageplan Zeichnung
Gutachten Messung Begehung Besichtigung Abnahme Auflage Bedingung Einspruch Widerspruch Klage Einkommen Vermögen Steuerbescheid
Kontoauszug Lohnabrechnung Arbeitgeber Ausbildung Zeugnis Lebenslauf Versicherung Krankenkasse Rente Unterhalt Sorgerecht Geburt
Heirat Scheidung Todesfall Erbschaft Nachlass Testament Fahrgestellnummer Kennzeichen Haftpflicht Fahrerlaubnis Sehtest Lichtbild
Fingerabdruck Staatsangehörigkeit Reisepass Aufenthalt Sprachkurs Übersetzung Beglaubigung Stempel Siegel Aktenzeichen Satzung Gesetz
Verordnung Ausschuss Verwaltung Behörde Gemeinde Landkreis Bezirk Nachbarschaft Anlieger Verkehr Parkplatz Baustelle Leitung Anschluss
Zähler Verbrauch Abschlag Tarif Behälter Leerung Kompost Papier Glas Metall Batterie Farbe Gefahrgut Lagerung Transport Hygiene Küche
Personal Schulung Alarm Rettung Brandschutz Fluchtweg Bühne Zelt Musik Lautsprecher Ausschank Tombola Verein Vorstand Mitglied Spende
Ehrenamt Aufwand Zuschuss Rate Stundung Mahnung Vollstreckung Tierarzt Impfpass Stall Weide Fütterung Brut Baumschnitt Hecke Ufer
Brunnen Quelle Pumpe Grabstein Urne Trauerfeier Kapelle Orgel Spielgerät Turnhalle Schwimmbad Umkleide Lehrplan Elternabend Zensur
Betreuung Mittagessen Ferienlager Ausflug Begleitung Rollstuhl Hörgerät Pflegegrad Haushaltshilfe Ampel Laterne Poller Bordstein
Einfahrt Garage Carport Wintergarten Balkon Terrasse Treppe Aufzug Rampe Schornstein Ofen Kessel Wärmepumpe Dämmung Fenster Rollladen
Zaun Mauer Schuppen Gartenhaus Zisterne Regenrinne Kanal Rohr Hydrant Schacht Pegel Damm Wehr Schleuse Steg Fähre Gleis Weiche Schranke
Fahrplan Haltestelle Fahrkarte Abonnement Fundbüro Schließfach Aushang Amtsblatt Sitzung Protokoll Abstimmung Wahllokal Stimmzettel
Kandidatur Fraktion Petition Umfrage Beirat Patenschaft Denkmal Fassade Skulptur Ausstellung Lesung Konzert Probe Bühnenbild Verleih
Hörbuch Zeitschrift Mikrofilm Stadtplan Luftbild Koordinate Flurstück Grenzstein Pacht Erbbaurecht Vorkaufsrecht Hypothek Bürgschaft
Insolvenz Inkasso Darlehen Stipendium Praktikum Lehrstelle Gesellenbrief Meisterprüfung Schichtplan Tarifvertrag Kündigung Abfindung
Elternzeit Mutterschutz Stillzeit Hebamme Säugling Windel Spielgruppe Tagesmutter Eingewöhnung Schulweg Ranzen Nachhilfe Klassenfahrt
Abitur Hochschule Semester Bibliothek Wohnheim Kaution Nebenkosten Schimmel Hausordnung Winterdienst Laub Streugut Schnee Glatteis
Sturm Überflutung Erdrutsch Sirene Notvorrat Löschteich Drehleiter Blutspende Defibrillator Quarantäne Impfung Attest Kur Reha Diät
Allergie Zeckenbiss Schädling Ratte Taube Wespe Igel Storch Biber Fledermaus Orchidee Obstbaum Streuobst Weinberg Forst Brennholz`.split(/\s+/);

const kAdjectives = `gültige vollständige unterschriebene aktuelle beglaubigte schriftliche formlose örtliche zuständige öffentliche
private gewerbliche befristete unbefristete vorläufige endgültige kostenlose ermäßigte jährliche monatliche einmalige besondere
zusätzliche technische ärztliche amtliche elektronische persönliche gemeinsame berechtigte betroffene bauliche rechtliche finanzielle`.split(/\s+/);

const kActions = `einreichen vorlegen nachweisen ausfüllen unterschreiben abholen zusenden begründen ergänzen aufbewahren bestätigen
vereinbaren absagen verschieben überweisen erstatten berechnen festsetzen veröffentlichen auslegen besichtigen beaufsichtigen
begleiten versichern kennzeichnen sichern räumen entsorgen reparieren aufstellen abbauen vermieten verpachten beschäftigen ausbilden`.split(/\s+/);

const kOffices = `Bürgerbüro Standesamt Ordnungsamt Steueramt Jugendamt Schulamt Sozialamt Bauamt Umweltamt Gesundheitsamt Kulturamt
Straßenverkehrsamt Ausländerbehörde Stadtreinigung Stadtwerke Friedhofsverwaltung Wohnungsamt Veterinäramt Katasteramt Rechnungsamt`.split(/\s+/);

// {n} noun, {a} adjective, {v} action, {o} office, {c} compound, {d} rare compound, {k} number, {t} the service's own compound
const kSummaries = [
  'Wer {n} und {n} braucht, muss die {t} rechtzeitig {v}.',
  'Hier erfahren Sie, wie Sie die {t} {v} und welche {n} dazugehört.',
  'Die {t} ist nötig, wenn {n} oder {n} betroffen sind.',
  'Für {n} und {c} gibt es in unserer Stadt die {t}.',
  'Mit der {t} regeln Sie {n}, {n} und {n} in einem Schritt.',
  'Sie wollen {n} {v}? Dann brauchen Sie die {t}.'];

const kSentences = [
  'Bitte bringen Sie {n} und {n} mit.', 'Das {o} prüft {n} und {n} innerhalb von {k} Wochen.', 'Eine {a} {n} genügt nicht.',
  'Die Bearbeitung dauert etwa {k} Tage.', 'Sie können {n} auch per Post {v}.', 'Für {n} fällt ein Betrag von {k} Euro an.',
  'Ohne {n} kann das {o} nicht entscheiden.', 'Der {n} muss mindestens {k} Monate gelten.', 'Wenn sich {n} ändert, teilen Sie das dem {o} mit.',
  'Auf Wunsch erhalten Sie {n} als Ausdruck.', 'Eine {a} {d} ist in der Regel nicht erforderlich.', 'Bei Fragen zu {n} hilft das {o}.',
  'Zur {d} gehört auch {n}.', 'Vor dem {n} sollten Sie {n} {v}.', 'Das {o} kann {n} unter Auflagen {v}.', 'Gegen den {n} können Sie binnen {k} Wochen vorgehen.',
  'Die {c} und die {d} werden getrennt berechnet.', 'Haben Sie {n} verloren, hilft Ihnen die {d} weiter.',
  'Für {n}, {n} und {n} führt das {o} ein Verzeichnis.', 'Beachten Sie {n} sowie die {a} {d}.', 'Neben {n} zählt auch {n} als {a} {n}.',
  'Minderjährige brauchen {n} beider Sorgeberechtigten.', 'Die {d} gilt für {k} Jahre und lässt sich {v}.', 'Wer {n} nicht {v} kann, darf jemanden bevollmächtigen.',
  'Eine {a} {n} und die {c} reichen Sie gemeinsam ein.', 'Das gilt auch für {n} und {d} im Nebenerwerb.', 'Zahlen können Sie bar oder mit Karte.',
  'In besonderen Fällen verlangt das {o} {n}.', 'Für {a} Vorhaben gelten andere Regeln.', 'Ein Termin ist nötig, wenn {n} vorgelegt wird.',
  'Die Kosten richten sich nach {n} und {n}.', 'Nach {k} Monaten verfällt {n}.', 'Die {c} ersetzt nicht {n} und {d}.', 'Lassen Sie {n} vorher {v}.',
  'Das {o} gibt {n} an niemanden weiter.', 'Liegt {n} im Ausland, brauchen Sie {n}.', 'Rechtsgrundlage ist Paragraf {k} der Satzung über {n}.',
  'Auch die {c} kann betroffen sein.', 'Wer zuvor {n} hatte, zahlt weniger.', 'Sie dürfen erst beginnen, wenn {n} da ist.', 'Bewahren Sie {n} {k} Jahre auf.'];

// The generator known as mulberry32.
function randomSource(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

class Writer {
  constructor(seed) { this.random = randomSource(seed); }
  whole(count) { return Math.floor(this.random() * count); }
  // Some words are common and many are rare, as in any language.
  pick(list) { return list[Math.floor(list.length * this.random() ** 1.7)]; }
  even(list) { return list[this.whole(list.length)]; }
  fill(template, compound) {
    return template.replace(/\{(\w)\}/g, (_, slot) => ({
      n: () => this.pick(kNouns), a: () => this.pick(kAdjectives), v: () => this.pick(kActions), o: () => this.pick(kOffices),
      c: () => this.pick(kModifiers) + this.pick(kHeads), d: () => this.even(kNouns) + this.even(kHeads), k: () => String(1 + this.whole(36)), t: () => compound,
    })[slot]());
  }
}

const slug = (text) => text.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').replace(/[^a-z0-9]+/g, '-');

/** @returns {{id: string, title: string, words: string[], summary: string, text: string, parts: string[], compound: string}[]} */
export function makeCorpus(count = 10000, seed = 2025) {
  const writer = new Writer(seed);
  const documents = [];
  const seen = new Set();
  while (documents.length < count) {
    const parts = [writer.even(kModifiers), writer.even(kHeads)];
    const compound = parts.join('');
    const title = [compound, writer.even(kCircumstances), writer.pick(kVerbs)].filter(Boolean).join(' ');
    if (seen.has(title)) continue;
    seen.add(title);
    const summary = writer.fill(writer.even(kSummaries), compound);
    const words = [`${parts[0].toLowerCase()} ${parts[1]}`, `${writer.pick(kNouns)} ${writer.pick(kVerbs)}`];
    let text = '';
    while (title.length + summary.length + text.length < 545) text += (text ? ' ' : '') + writer.fill(writer.even(kSentences), compound);
    documents.push({ id: slug(title), title, words, summary, text, parts, compound });
  }
  return documents;
}

function mistype(writer, word) {
  const letters = [...word];
  const at = 1 + writer.whole(letters.length - 2);
  const other = 'abcdefghijklmnopqrstuvwxyz'[writer.whole(26)];
  switch (writer.whole(4)) {
    case 0: letters.splice(at, 1); break;
    case 1: letters.splice(at, 0, other); break;
    case 2: letters[at] = letters[at] === other ? 'x' : other; break;
    default: if (letters[at] === letters[at + 1]) letters.splice(at, 1); else [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letters[at]];
  }
  return letters.join('');
}

// "Friedhofs" as people type it alone; "Gas", "Pass" and "Verzeichnis" end with an s of their own.
const withoutLink = (part) => (part.length > 5 && /[^nis]s$/.test(part) ? part.slice(0, -1) : part);

/**
 * Queries, each with the document that is meant.
 * @returns {Record<'exact'|'oneTypo'|'twoTypos'|'compoundPart', {query: string, id: string}[]>}
 */
export function makeQueries(corpus, count = 300, seed = 7) {
  const writer = new Writer(seed);
  const sets = { exact: [], oneTypo: [], twoTypos: [], compoundPart: [] };
  // "Verlängerung ... verlängern" asks for one word twice: every document with the verb would be right.
  const isClear = ({ parts, title }) => !title.slice(title.lastIndexOf(' ') + 1).startsWith(parts[1].slice(0, 6));
  const meant = corpus.filter(isClear);
  for (let number = 0; number < count; ++number) {
    const document = writer.even(meant);
    const rest = document.title.slice(document.compound.length);
    const once = mistype(writer, document.compound);
    sets.exact.push({ query: document.title, id: document.id });
    sets.oneTypo.push({ query: once + rest, id: document.id });
    sets.twoTypos.push({ query: mistype(writer, once) + rest, id: document.id });
    sets.compoundPart.push({ query: withoutLink(document.parts[number % 2]) + rest, id: document.id });
  }
  return sets;
}
