// Public buildings, stops and the names on the map. Buildings with an `office` are those of the pack; where they stand is
// written into the offices' files.

// x, y: about where; the building moves to its street. `back`: metres from the street's edge to its front.
export const publicBuildings = [
  { name: 'Neues Rathaus', kind: 'town_hall', street: 'Marktplatz', at: [8, 63], width: 64, depth: 26, angle: -0.08, offices: ['buergerbuero', 'wahlamt'] },
  { name: 'Altes Rathaus', kind: 'town_hall', street: 'Kirchgasse', at: [-62, 78], width: 24, depth: 18, angle: 0.55, offices: ['standesamt'] },
  { name: 'Ordnungsamt', kind: 'office', street: 'Brückenstraße', at: [200, -132], width: 30, depth: 16, offices: ['ordnungsamt'] },
  { name: 'Steueramt', kind: 'office', street: 'Münzgasse', at: [102, 170], width: 26, depth: 14, offices: ['steueramt'] },
  { name: 'Ausländerbehörde', kind: 'office', street: 'Bahnhofsallee', at: [250, 690], width: 40, depth: 18, offices: ['auslaenderbehoerde'] },
  { name: 'Technisches Rathaus', kind: 'town_hall', street: 'Luheufer', at: [700, -380], width: 46, depth: 20, offices: ['bauamt'] },
  { name: 'Umweltamt', kind: 'office', street: 'Luheufer', at: [800, -400], width: 30, depth: 18, offices: ['umweltamt'] },
  { name: 'Friedhofsverwaltung', kind: 'office', street: 'Luhewiesenweg', at: [2050, 570], width: 24, depth: 12, offices: ['friedhofsverwaltung'] },
  { name: 'Gesundheitsamt', kind: 'office', street: 'Am Klinikum', at: [-1960, 970], width: 34, depth: 16, offices: ['gesundheitsamt'] },
  { name: 'Familienhaus Nordstadt', kind: 'office', street: 'Nordring', at: [-173, 1590], width: 36, depth: 16, offices: ['jugendamt'] },
  { name: 'Kornspeicher', kind: 'library', street: 'Kaistraße', at: [815, -800], width: 46, depth: 20, offices: ['kulturamt'] },
  { name: 'Speicher 5', kind: 'office', street: 'Kaistraße', at: [655, -665], width: 40, depth: 18, offices: ['wirtschaftsfoerderung'] },
  { name: 'Schulamt', kind: 'office', street: 'Lindenstraße', at: [-340, 1092], width: 28, depth: 15, offices: ['schulamt'] },
  { name: 'Sozialrathaus', kind: 'town_hall', street: 'Weststraße', at: [-1500, 190], width: 38, depth: 18, offices: ['sozialamt'] },
  { name: 'Wohnungsamt', kind: 'office', street: 'Weststraße', at: [-1552, 190], width: 26, depth: 18, offices: ['wohnungsamt'] },
  { name: 'Recyclinghof Sandfeld', kind: 'recycling', street: 'Am Kieswerk', at: [1970, -2470], width: 44, depth: 26, offices: ['stadtreinigung'] },
  { name: 'Recyclinghof Kleinmuster', kind: 'recycling', street: 'Ziegeleiweg', at: [-2200, -1620], width: 26, depth: 16 },
  { name: 'Straßenverkehrsamt', kind: 'office', street: 'Sandfelder Allee', at: [1500, -1910], width: 44, depth: 22, offices: ['strassenverkehrsamt'] },
  { name: 'Stadtwerke', kind: 'office', street: 'Hafenstraße', at: [1080, -1165], width: 48, depth: 22, offices: ['stadtwerke'] },
  { name: 'Hauptbahnhof', kind: 'station', at: [326, 986], width: 108, depth: 22, angle: 0.13 },
  { name: 'St. Marien', kind: 'church', at: [-112, 124], width: 46, depth: 20, angle: -0.35 },
  { name: 'Lutherkirche', kind: 'church', at: [120, 1330], width: 34, depth: 17, angle: 0.09 },
  { name: 'Dorfkirche', kind: 'church', at: [-1880, -1838], width: 22, depth: 11, angle: 0.3 },
  { name: 'Stadttheater', kind: 'theatre', at: [-378, 174], width: 46, depth: 34, angle: -0.1 },
  { name: 'Stadtmuseum', kind: 'museum', street: 'Klostergasse', at: [-80, 218], width: 40, depth: 20 },
  { name: 'Stadthalle', kind: 'hall', street: 'Weststraße', at: [-730, 122], width: 64, depth: 44 },
  { name: 'Klinikum', kind: 'hospital', street: 'Am Klinikum', at: [-2090, 985], width: 120, depth: 34 },
  { name: '', kind: 'hospital', at: [-2250, 970], width: 60, depth: 60, angle: 0.1 },
  { name: 'Schulzentrum Nord', kind: 'school', street: 'Lindenstraße', at: [-760, 1185], width: 84, depth: 40 },
  { name: 'Grundschule Altstadt', kind: 'school', street: 'Webergasse', at: [-322, -60], width: 36, depth: 16 },
  { name: 'Westschule', kind: 'school', street: 'Westring', at: [-1225, -120], width: 60, depth: 26 },
  { name: 'Bergschule', kind: 'school', street: 'Hangstraße', at: [-1510, 1100], width: 46, depth: 20 },
  { name: 'Auenschule', kind: 'school', street: 'Ostring', at: [1200, -60], width: 52, depth: 22 },
  { name: 'Gesamtschule Sandfeld', kind: 'school', street: 'Südring', at: [-250, -1365], width: 86, depth: 40 },
  { name: 'Hallenbad Sandfeld', kind: 'pool', street: 'Sandfelder Weg', at: [290, -1640], width: 60, depth: 38 },
  { name: 'Luhebad', kind: 'pool', street: 'Luhestraße', at: [-630, -280], width: 52, depth: 30 },
  { name: 'Feuerwache', kind: 'fire_station', street: 'Südring', at: [60, -1300], width: 56, depth: 24 },
  { name: 'Polizei', kind: 'police', street: 'Ostwall', at: [490, -60], width: 40, depth: 16 },
  { name: 'Tierheim', kind: 'shelter', street: 'Sandfelder Weg', at: [600, -2200], width: 40, depth: 16 },
  { name: 'Parkhaus Münzgasse', kind: 'parking', street: 'Münzgasse', at: [180, 122], width: 46, depth: 26 },
  { name: 'Parkhaus Alter Hafen', kind: 'parking', street: 'Speicherstraße', at: [690, -840], width: 50, depth: 26 },
];

const kStops = 'tram_stop';
// Lines run along streets: [street, from, to] with points near the ends.
export const tramLines = [
  { line: '1', legs: [['Goethestraße', [-380, 1690], [-400, 1550]], ['Goethestraße', [-400, 1550], [-409, 1070]], ['Lindenstraße', [-409, 1070], [70, 1085]], ['Bahnunterführung', [70, 1085], [322, 925]],
    ['Bahnhofsallee', [322, 925], [118, 378]], ['Obere Marktstraße', [118, 378], [50, 34]], ['Brückenstraße', [46, -30], [356, -545]], ['Hafenstraße', [356, -545], [850, -1000]]] },
  { line: '2', legs: [['Weststraße', [-2300, 110], [-487, 20]], ['Lange Gasse', [-487, 20], [-45, 20]], ['Ostgasse', [54, 0], [456, 20]], ['Ostwall', [456, 20], [376, -226]], ['Südwall', [376, -226], [290, -306]], ['Brückenstraße', [290, -316], [318, -370]], ['Luheufer', [318, -370], [1190, -520]], ['Ostring', [1190, -520], [1250, 200]],
    ['Oststraße', [1250, 200], [1560, 330]], ['Luhewiesenweg', [1560, 330], [1760, 440]]] },
  { line: '3', legs: [['Am Klinikum', [-2090, 1040], [-1760, 800]], ['Bergstraße', [-1760, 800], [-640, 280]], ['Bergstraße', [-640, 280], [-487, 20]], ['Westwall', [-487, 20], [-420, 200]], ['Nordwall', [-400, 220], [118, 378]], ['Bahnhofsallee', [118, 378], [322, 925]]] },
  { line: '3', legs: [['Obere Marktstraße', [118, 378], [50, 34]], ['Untere Marktstraße', [-30, -46], [-150, -390]], ['Sandfelder Allee', [-150, -400], [1530, -1975]], ['Gewerbering', [1530, -1975], [1680, -1700]]] },
  { line: '4', legs: [['Kleinmusterer Straße', [-1900, -1860], [-1200, -860]], ['Westring', [-1200, -860], [-1190, -560]], ['Luhestraße', [-1190, -560], [-487, 20]], ['Westwall', [-487, 20], [-430, 160]]] },
];

export const stops = [
  ['Nordpark', [-384, 1660], '1'], ['Nordring', [-330, 1552], '1'], ['Lindenstraße', [-409, 1078], '1'], ['Hauptbahnhof', [296, 875], '1, 3'], ['Nordwall', [130, 410], '1, 3'],
  ['Marktplatz', [6, -4], '1, 2, 3'], ['Hafenbrücke', [262, -262], '1'], ['Speicherplatz', [650, -842], '1'], ['Alter Hafen', [850, -1000], '1'],
  ['Weststadt Friedhofsweg', [-2300, 110], '2'], ['Bergbach', [-1980, 132], '2'], ['Weststraße', [-1480, 164], '2'], ['Westring', [-1160, 132], '2'], ['Stadthalle', [-760, 78], '2, 4'], ['Theater', [-430, 130], '3, 4'],
  ['Ostwall', [456, 20], '2'], ['Technisches Rathaus', [690, -417], '2'], ['Ostring', [1225, -180], '2'], ['Luhewiesen', [1760, 440], '2'],
  ['Klinikum', [-2090, 1040], '3'], ['Bergviertel Mitte', [-1740, 795], '3'], ['Hangstraße', [-1480, 650], '3'], ['Weststadt Nord', [-880, 475], '3'], ['Sandfelder Brücke', [-150, -400], '3'], ['Südring', [560, -1240], '3'], ['Sandfeld Mitte', [1000, -1550], '3'], ['Sandfeld Gewerbepark', [1560, -1920], '3'],
  ['Kleinmuster', [-1880, -1830], '4'], ['Mühlenwiesen', [-1330, -1150], '4'], ['Westbrücke', [-1198, -830], '4'], ['Luhebad', [-680, -310], '4'],
].map(([name, at, lines]) => ({ name, at, lines, kind: kStops }));

export const names = [
  ['Altstadt', 'district', [-20, -190], 1], ['Bahnhofsviertel', 'district', [-200, 600], 2], ['Nordstadt', 'district', [-560, 1370], 1], ['Weststadt', 'district', [-1400, -60], 1], ['Bergviertel', 'district', [-1950, 1450], 1],
  ['Luhewiesen', 'district', [1550, 560], 1], ['Alter Hafen', 'district', [760, -960], 1], ['Sandfeld', 'district', [400, -1480], 1], ['Kleinmuster', 'district', [-1850, -2000], 1], ['Gewerbepark Sandfeld', 'district', [2050, -1850], 2],
  ['Luhe', 'water', [-900, -612], 2], ['Luhe', 'water', [2620, -10], 2], ['Luhe', 'water', [560, -472], 4], ['Luhe', 'water', [-3000, -1085], 3], ['Hafenbecken', 'water', [930, -735], 4], ['Kiessee', 'water', [2520, -2640], 3], ['Bergbach', 'water', [-2510, 820], 4],
  ['ZOB', 'bus_stop', [380, 912], 4], ['Lessingstraße', 'bus_stop', [118, 1500], 4], ['Schulzentrum Nord', 'bus_stop', [-700, 1135], 4], ['Sozialrathaus', 'bus_stop', [-1530, 168], 4], ['Bergviertel Mitte', 'bus_stop', [-1790, 812], 4],
  ['Luheufer', 'bus_stop', [790, -446], 4], ['Hafenstraße / Stadtwerke', 'bus_stop', [1100, -1144], 4], ['Hauptfriedhof', 'bus_stop', [2110, 548], 4], ['Am Kieswerk', 'bus_stop', [1860, -2290], 4], ['Hallenbad Sandfeld', 'bus_stop', [262, -1660], 4],
].map(([name, kind, at, rank]) => ({ name, kind, at, rank }));
