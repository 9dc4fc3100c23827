// What was drawn by hand: the river, the railway, and what the ground is used for.
import { curveThrough, ellipse, rectangle, ribbon, toTheCountry } from './geometry.mjs';

const kRiver = curveThrough([[-9000, -300], [-6200, -900], [-4200, -1150], [-3400, -1010], [-2600, -1150], [-1900, -1020], [-1200, -720], [-620, -500], [-150, -435],
  [350, -455], [750, -500], [1130, -600], [1480, -500], [1830, -180], [2250, 20], [2750, -60], [3300, -240], [4200, -130], [6400, 420], [9000, 300]], 40);
const kBrook = curveThrough([[-3600, 7000], [-3300, 4300], [-2950, 2500], [-2700, 1900], [-2760, 1450], [-2500, 800], [-2420, 350], [-2480, -200], [-2380, -700], [-2250, -1080]], 40);
const kBasin = curveThrough([[900, -520], [885, -640], [950, -770], [1040, -870]], 20);

export const water = [
  { name: 'Luhe', kind: 'river', polygon: ribbon(kRiver, (i) => 44 + 9 * Math.sin(i / 5)) },
  { name: 'Bergbach', kind: 'stream', line: kBrook },
  { name: 'Hafenbecken', kind: 'basin', polygon: ribbon(kBasin, 62) },
  { name: 'Kiessee', kind: 'lake', polygon: curveThrough([[2250, -2450], [2500, -2380], [2760, -2500], [2800, -2750], [2560, -2900], [2300, -2800], [2200, -2620], [2250, -2450]], 40) },
  { name: 'Nordparkteich', kind: 'pond', polygon: curveThrough([[-420, 1960], [-330, 1990], [-250, 1940], [-290, 1880], [-390, 1890], [-420, 1960]], 18) },
];

export const railway = [
  { name: 'Hauptstrecke', line: curveThrough([[-9000, 1900], [-6500, 1250], [-4200, 760], [-3300, 560], [-2500, 470], [-1650, 560], [-1000, 700], [-430, 890], [330, 1015], [1200, 1070], [2600, 1310], [4200, 1690], [9000, 2900]], 40) },
  { name: 'Hauptstrecke', line: curveThrough([[-430, 890], [-120, 962], [340, 1038], [900, 1055], [1200, 1070]], 40) },
  { name: 'Hafenbahn', line: curveThrough([[2900, 1375], [3250, 1300], [3400, 900], [3330, 300], [3100, -280], [2850, -900], [2700, -1500], [2560, -1900]], 40) },
];

// The parks where the town wall stood, on both sides of the ring street.
const kOuterRing = ellipse([-15, -5], 505, 425, 72);
const kInnerRing = ellipse([-15, -5], 440, 366, 72);

/** A ring as two half polygons, so that no polygon needs a hole. */
function halvesOfRing(outer, inner, from, to) {
  return [...outer.slice(from, to + 1), ...inner.slice(from, to + 1).reverse()];
}

const rounded = (corners) => curveThrough([...corners, corners[0]], 60);

export const builtUp = [
  { kind: 'built_up', polygon: rounded([[-2640, 640], [-2620, 1000], [-2600, 1700], [-2000, 2070], [-1400, 1880], [-1150, 1810], [-700, 2160], [820, 2160], [1190, 2000], [1350, 1500], [1340, 1060], [2040, 1060], [2090, 560], [1900, 250],
    [1570, -60], [1340, -400], [1200, -530], [960, -480], [640, -372], [318, -350], [-150, -376], [-640, -430], [-1250, -600], [-1700, -800], [-2150, -650], [-2430, -120], [-2390, 420]]) },
  { kind: 'built_up', polygon: rounded([[2380, 330], [3100, 370], [3210, 830], [2500, 1030], [2430, 640]]) },
  { kind: 'built_up', polygon: rounded([[-430, -640], [-260, -500], [330, -510], [450, -760], [900, -1150], [1400, -1420], [1500, -1640], [1450, -1850], [1110, -2170], [500, -2280], [-100, -2180], [-440, -1500]]) },
  { kind: 'built_up', polygon: rounded([[-2360, -1500], [-1750, -1390], [-1440, -1700], [-1490, -2160], [-1900, -2360], [-2330, -2160]]) },
  { kind: 'industry', polygon: [[345, -555], [700, -610], [900, -660], [960, -760], [1100, -900], [1300, -900], [1620, -1180], [1400, -1420], [900, -1180], [420, -760]] },
  { kind: 'industry', polygon: rounded([[1450, -1650], [1700, -1350], [2400, -1300], [2770, -1700], [2510, -2330], [2150, -2430], [2090, -2710], [1740, -2690], [1490, -2150]]) },
];

export const openGround = [
  { kind: 'green', name: 'Wallanlagen', label: [-290, 340], polygon: halvesOfRing(kOuterRing, kInnerRing, 17, 34) },
  { kind: 'green', polygon: halvesOfRing(kOuterRing, kInnerRing, 38, 52) },
  { kind: 'green', polygon: halvesOfRing(kOuterRing, kInnerRing, 57, 70) },
  { kind: 'green', polygon: halvesOfRing(kOuterRing, kInnerRing, 2, 14) },
  { kind: 'green', name: 'Nordpark', polygon: curveThrough([[-560, 1700], [-200, 1720], [-80, 1830], [-120, 2060], [-420, 2120], [-640, 2020], [-640, 1820], [-560, 1700]], 40) },
  { kind: 'green', name: 'Stadtpark', polygon: curveThrough([[560, 380], [800, 330], [960, 480], [900, 700], [700, 760], [560, 640], [560, 380]], 40) },
  { kind: 'green', name: 'Westpark', polygon: curveThrough([[-1320, -330], [-1000, -300], [-900, -120], [-1050, -20], [-1300, -60], [-1420, -200], [-1320, -330]], 40) },
  { kind: 'green', name: 'Luhewiesen', polygon: curveThrough([[1580, -360], [1720, -40], [2040, 240], [2330, 300], [2900, 230], [3250, -120], [2800, 20], [2250, 75], [1850, -120], [1580, -360]], 40) },
  { kind: 'green', name: 'Südufer', polygon: [[-1120, -760], [-620, -565], [-330, -520], [-380, -760], [-700, -900], [-1000, -900]] },
  { kind: 'green', polygon: curveThrough([[1250, -680], [1520, -600], [1850, -330], [2200, -120], [2600, -180], [2500, -420], [2000, -520], [1600, -800], [1250, -680]], 40) },
  { kind: 'cemetery', name: 'Hauptfriedhof', polygon: [[2010, 590], [2240, 600], [2400, 680], [2420, 960], [2080, 950]] },
  { kind: 'cemetery', name: 'Nordfriedhof', polygon: [[620, 1690], [900, 1670], [960, 1900], [680, 1930]] },
  { kind: 'cemetery', name: 'Friedhof Sandfeld', polygon: [[-20, -1780], [190, -1820], [230, -2020], [10, -2000]] },
  { kind: 'cemetery', name: 'Waldfriedhof', polygon: [[-2640, -2120], [-2400, -2080], [-2380, -2330], [-2620, -2360]] },
  { kind: 'allotment', name: 'Kleingärten Luheblick', polygon: [[1300, 640], [1620, 700], [1640, 880], [1290, 830]] },
  { kind: 'allotment', name: 'Kleingärten Am Bahndamm', polygon: [[-2260, 260], [-1860, 330], [-1840, 440], [-2250, 390]] },
  { kind: 'allotment', name: 'Kleingärten Süd', polygon: [[-420, -1000], [-160, -980], [-170, -1180], [-400, -1190]] },
  { kind: 'sports', name: 'Luhestadion', polygon: [[1320, -260], [1480, -250], [1560, -100], [1330, -90]] },
  { kind: 'sports', name: 'Sportplatz Nord', polygon: [[-1080, 1470], [-880, 1490], [-900, 1660], [-1090, 1640]] },
  { kind: 'sports', name: 'Sportplatz Sandfeld', polygon: [[520, -1960], [720, -1990], [760, -2140], [560, -2130]] },
  { kind: 'sports', name: 'Freibad Luhewiesen', polygon: [[1990, 330], [2190, 360], [2200, 480], [2010, 470]] },
  { kind: 'sports', name: 'Freibad Bergviertel', polygon: [[-1480, 1330], [-1310, 1340], [-1310, 1480], [-1470, 1490]] },
  { kind: 'square', name: 'Marktplatz', polygon: [[-52, -46], [46, -56], [56, 38], [-42, 46]] },
  { kind: 'square', name: 'Rathausplatz', polygon: [[-52, 86], [44, 80], [48, 146], [-50, 150]] },
  { kind: 'square', name: 'Kirchplatz', label: [-96, 150], polygon: [[-150, 112], [-88, 92], [-72, 128], [-136, 158]] },
  { kind: 'square', name: 'Bahnhofsvorplatz', polygon: [[270, 905], [392, 925], [384, 968], [262, 948]] },
  { kind: 'square', name: 'Speicherplatz', polygon: [[664, -752], [742, -700], [790, -772], [714, -826]] },
  { kind: 'square', name: 'Theaterplatz', polygon: [[-420, 96], [-350, 84], [-340, 140], [-408, 152]] },
  { kind: 'square', name: 'Lutherplatz', polygon: rectangle([120, 1330], 84, 62, 0.09) },
  { kind: 'square', name: 'Dorfplatz', polygon: rectangle([-1880, -1840], 56, 44, 0.3) },
];

const country = (corners) => corners.map(toTheCountry);

export const countryside = [
  { kind: 'forest', name: 'Stadtwald', polygon: curveThrough(country([[-4200, 1100], [-4100, 1080], [-3500, 1000], [-2950, 1150], [-2780, 1700], [-2500, 2100], [-1950, 2250], [-1780, 2440], [-1700, 2500], [-4200, 2500], [-4200, 1100]]), 60) },
  { kind: 'forest', name: 'Kleinmusterer Holz', polygon: curveThrough(country([[-3300, -1900], [-2800, -1750], [-2480, -2050], [-2350, -2500], [-2450, -2800], [-2500, -2980], [-2700, -3000], [-3500, -3000], [-3550, -2950], [-3600, -2400], [-3300, -1900]]), 60) },
  { kind: 'forest', name: 'Sandheide', polygon: curveThrough(country([[2950, -1500], [3500, -1300], [4140, -1480], [4200, -1600], [4200, -3100], [3100, -3100], [3060, -2980], [2950, -2500], [3050, -2000], [2950, -1500]]), 60) },
  { kind: 'forest', name: 'Eichholz', polygon: curveThrough(country([[1700, 1750], [2300, 1650], [2900, 1900], [2800, 2350], [2000, 2400], [1700, 2150], [1700, 1750]]), 60) },
  { kind: 'forest', polygon: curveThrough(country([[-600, -2450], [-200, -2350], [150, -2500], [-50, -2850], [-550, -2850], [-600, -2450]]), 60) },
  { kind: 'field', polygon: country([[-4200, 750], [-3300, 600], [-2750, 560], [-2700, 1000], [-3400, 950], [-4200, 1050]]) },
  { kind: 'field', polygon: country([[-4200, -1050], [-3400, -900], [-2600, -1040], [-2550, 330], [-3300, 480], [-4200, 680]]) },
  { kind: 'field', polygon: country([[-4200, -1300], [-3400, -1150], [-2700, -1300], [-2450, -1600], [-2800, -1650], [-3400, -1850], [-3700, -2400], [-4200, -2500]]) },
  { kind: 'field', polygon: country([[-1700, -1150], [-900, -1000], [-500, -1300], [-500, -2100], [-700, -2500], [-700, -3000], [-2300, -3000], [-2200, -2450], [-1400, -2200], [-1350, -1600]]) },
  { kind: 'field', polygon: country([[1300, 2050], [1600, 1700], [1400, 1250], [2500, 1400], [4200, 1800], [4200, 2500], [1300, 2500]]) },
  { kind: 'field', polygon: country([[3450, 900], [3500, 1400], [4200, 1560], [4200, 0], [3450, -100]]) },
  { kind: 'field', polygon: country([[1750, -900], [2700, -500], [3050, -380], [4200, -300], [4200, -1400], [3500, -1150], [2900, -1250], [1800, -1200]]) },
  { kind: 'field', polygon: country([[500, -2400], [1400, -2350], [1600, -2800], [1500, -3100], [400, -3100]]) },
];
