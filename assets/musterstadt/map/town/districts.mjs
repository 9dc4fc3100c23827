// The districts: how their streets lie, what stands along them, and how the streets are called.

const poets = 'Schillerstraße Herderstraße Kleiststraße Hölderlinstraße Eichendorffstraße Mörikestraße Fontanestraße Stormstraße Heinestraße Kellerstraße Droste-Hülshoff-Straße Rilkestraße Uhlandstraße Büchnerstraße Raabestraße Wielandstraße Klopstockstraße Novalisstraße';
const trades = 'Gärtnerstraße Seilerstraße Wagnerstraße Postgasse Zollstraße Güterstraße Blücherstraße Friedensstraße Luisenstraße Wilhelmstraße Humboldtstraße Bismarckstraße Karlstraße';
const trees = 'Ahornweg Birkenweg Buchenstraße Eschenweg Erlenweg Kastanienallee Platanenstraße Ulmenweg Robinienweg Akazienweg Weidenweg Pappelallee Rotdornweg Haselweg Holunderweg Ebereschenweg Kirschenallee Apfelweg Quittenweg Mispelweg';
const mountains = 'Fichtenweg Tannenweg Kiefernweg Am Hang Höhenweg Panoramaweg Bergbachweg Quellenweg Wacholderweg Fuchsweg Dachsweg Rehwinkel Am Waldrand Förstersteig Sonnenhang Spechtweg Wildrosenweg Schlehenweg Eichelhäherweg Brombeerweg Farnweg Moosweg';
const water = 'Reiherweg Storchenweg Schwanenweg Eisvogelweg Libellenweg Schilfweg Auenstraße Deichstraße Otterweg Biberweg Kranichstraße Lachsweg Hechtweg Binsenweg Uferschwalbenweg Möwenweg Seerosenweg Teichstraße Fährweg Rohrweg Wellenweg';
const harbour = 'Lagerstraße Kranstraße Schifferstraße Ankerstraße Lotsenweg Am Zollhaus Werftstraße';
const science = 'Röntgenstraße Keplerstraße Gaußstraße Kopernikusstraße Noetherstraße Planckstraße Liebigstraße Meitnerstraße Robert-Koch-Straße Curiestraße Siemensstraße Fraunhoferstraße Herschelstraße Merianstraße Ohmstraße Virchowstraße Leibnizstraße Euklidweg Bunsenstraße Hertzstraße Mendelstraße';
const works = 'Dieselstraße Ottostraße Bessemerstraße Daimlerstraße Zeppelinstraße Borsigstraße Boschstraße Lilienthalstraße Junkersstraße Maybachstraße';
const village = 'Mühlenweg Schulweg Am Anger Backhausweg Lindenhof Feldstraße Hirtenweg Kirchweg Brunnenweg Storchengasse Pfarrgasse';
const flowers = 'Tulpenweg Rosenweg Nelkenweg Fliederweg Asternweg Dahlienweg Lilienweg Malvenweg Mohnweg Primelweg';

const list = (names) => names.match(/(?:(?:Am|An|Im) )?[^ ]+/g);

// `angle`: of the long streets, in radians from the east. `long`, `cross`: metres between parallel streets.
// `rows`: what stands along the streets, see kRows in buildings.mjs.
export const districts = [
  { name: 'Bahnhofsviertel', names: list(trades), angle: 0.1, long: 118, cross: 150, bend: 5, rows: 'perimeter',
    polygon: [[-440, 300], [-230, 400], [120, 420], [420, 300], [560, 200], [560, 640], [460, 950], [330, 930], [-400, 820], [-760, 690], [-640, 300]] },
  { name: 'Nordstadt', names: list(poets), angle: 0.03, long: 128, cross: 172, bend: 7, rows: 'perimeter',
    polygon: [[-1180, 900], [-900, 850], [-430, 1000], [300, 1105], [1190, 1150], [1270, 1240], [1000, 1430], [720, 1530], [300, 1600], [-400, 1600], [-700, 1560], [-1150, 1350]] },
  { name: 'Nordstadt', names: list(flowers + ' Amselweg Drosselweg Finkenweg Meisenweg Starenweg Zeisigweg Pirolweg Rotkehlchenweg'), angle: 0.05, long: 108, cross: 240, bend: 12, rows: 'houses',
    polygon: [[-1060, 1450], [-700, 1560], [300, 1600], [720, 1530], [1080, 1390], [1160, 1750], [820, 2130], [-700, 2130], [-1150, 1760]] },
  { name: 'Weststadt', names: list(trees), angle: 0.08, long: 122, cross: 180, bend: 9, rows: 'blocks',
    polygon: [[-500, -300], [-540, 120], [-700, 420], [-860, 640], [-1620, 480], [-1720, 220], [-1700, -760], [-1250, -580], [-800, -460]] },
  { name: 'Weststadt', names: list('Fontaneweg Gutenbergstraße Zeisstraße Rathenaustraße Ebertstraße Stresemannstraße Scholl-Straße Bonhoefferstraße Niemöllerstraße Elserstraße Kolbestraße Delpstraße Leberstraße Reichweinstraße Stauffenbergstraße Zetkinstraße'), angle: -0.06, long: 106, cross: 230, bend: 10, rows: 'terraces',
    polygon: [[-1720, 470], [-1700, -760], [-2120, -640], [-2400, -120], [-2360, 400]] },
  { name: 'Bergviertel', names: list(mountains), angle: 0.42, long: 116, cross: 270, bend: 22, rows: 'houses',
    polygon: [[-2400, 650], [-1650, 650], [-1340, 820], [-1220, 1300], [-1420, 1840], [-2000, 2030], [-2560, 1680], [-2600, 1000]] },
  { name: 'Luhewiesen', names: list(water), angle: 0.3, long: 112, cross: 240, bend: 12, rows: 'terraces',
    polygon: [[520, -330], [1050, -470], [1320, -370], [1550, -60], [1890, 250], [2070, 540], [1990, 1000], [1250, 880], [1060, 330], [640, 200], [540, 0]] },
  { name: 'Luhewiesen', names: list('Kornblumenweg Klatschmohnweg Distelweg Ginsterweg Schafgarbenweg Sauerampferweg Wiesenschaumweg Butterblumenweg'), angle: 0.16, long: 110, cross: 190, bend: 10, rows: 'houses',
    polygon: [[2400, 350], [3080, 390], [3180, 810], [2500, 1000], [2430, 640]] },
  { name: 'Alter Hafen', names: list(harbour), angle: -0.7, long: 120, cross: 170, bend: 0, rows: 'warehouses',
    polygon: [[340, -570], [860, -640], [1000, -860], [1300, -900], [1600, -1180], [1400, -1410], [900, -1170], [430, -770]] },
  { name: 'Sandfeld', names: list(science), angle: -0.62, long: 116, cross: 170, bend: 8, rows: 'blocks',
    polygon: [[-260, -520], [240, -530], [420, -830], [880, -1210], [1290, -1490], [1400, -1800], [900, -1560], [560, -1330], [-100, -1340], [-420, -1350], [-420, -900]] },
  { name: 'Sandfeld', names: list('Lupinenweg Heidekrautweg Sanddornweg Strandhaferweg Dünenweg Birkhahnweg Lerchenweg Kiebitzweg Wachtelweg Brachvogelweg Kieferngrund Bussardweg Falkenweg Sperberweg Trappenweg Besenginsterweg'), angle: -0.2, long: 106, cross: 250, bend: 10, rows: 'houses',
    polygon: [[-400, -1400], [560, -1340], [900, -1560], [1380, -1830], [1090, -2140], [500, -2240], [-100, -2140]] },
  { name: 'Sandfeld', names: list(works), angle: -0.62, long: 210, cross: 300, bend: 0, rows: 'works',
    polygon: [[1450, -1650], [1700, -1360], [2390, -1310], [2740, -1700], [2490, -2320], [2140, -2410], [2080, -2690], [1760, -2670], [1500, -2150]] },
  { name: 'Kleinmuster', names: list(village), angle: 0.6, long: 112, cross: 180, bend: 16, rows: 'village',
    polygon: [[-2340, -1500], [-1760, -1410], [-1460, -1700], [-1510, -2140], [-1900, -2340], [-2310, -2140]] },
];
