import { fromDecimal, type Rational, rational } from './rational';

/** A unit as so many of the basic unit of what it measures. */
export interface Unit {
  measures: string;
  factor: Rational;
}

/** What is measured: symbol or names, factor. Symbols as they are written, names in small letters; nothing that can mean two things. */
const TABLE: Record<string, [names: string, factor: string][]> = {
  length: [
    ['nm nanometre nanometer', '0.000000001'],
    ['µm μm micrometre micrometer', '0.000001'],
    ['mm millimetre millimeter', '0.001'],
    ['cm centimetre centimeter', '0.01'],
    ['dm decimetre decimeter', '0.1'],
    ['m metre meter', '1'],
    ['km kilometre kilometer', '1000'],
    ['ft foot feet', '0.3048'],
    ['inch inches', '0.0254'],
    ['yd yard', '0.9144'],
    ['mi mile', '1609.344'],
  ],
  area: [
    ['mm^2', '0.000001'],
    ['cm^2', '0.0001'],
    ['m^2 sqm', '1'],
    ['ha hectare', '10000'],
    ['km^2', '1000000'],
  ],
  volume: [
    ['ml mL millilitre milliliter cm^3', '0.000001'],
    ['cl cL centilitre centiliter', '0.00001'],
    ['l L litre liter dm^3', '0.001'],
    ['m^3', '1'],
  ],
  mass: [
    ['mg milligram', '0.000001'],
    ['g gram gramme', '0.001'],
    ['kg kilogram kilo', '1'],
    ['tonne', '1000'],
    ['lb lbs', '0.45359237'],
  ],
  time: [
    ['ms millisecond', '0.001'],
    ['s sec second', '1'],
    ['min minute', '60'],
    ['h hr hrs hour', '3600'],
    ['day', '86400'],
    ['week', '604800'],
  ],
  years: [
    ['month', '1'],
    ['yr yrs year', '12'],
  ],
  energy: [
    ['J joule', '1'],
    ['kJ kilojoule', '1000'],
    ['MJ megajoule', '1000000'],
    ['GJ gigajoule', '1000000000'],
    ['Wh', '3600'],
    ['kWh kwh KWH KWh kW·h kilowatthour', '3600000'],
    ['MWh megawatthour', '3600000000'],
    ['GWh gigawatthour', '3600000000000'],
    ['TWh terawatthour', '3600000000000000'],
  ],
  power: [
    ['mW milliwatt', '0.001'],
    ['W watt', '1'],
    ['kW kilowatt', '1000'],
    ['MW megawatt', '1000000'],
    ['GW gigawatt', '1000000000'],
  ],
  speed: [
    ['m/s', '3.6'],
    ['km/h kph', '1'],
    ['mph', '1.609344'],
  ],
  voltage: [
    ['mV millivolt', '0.001'],
    ['V volt', '1'],
    ['kV kilovolt', '1000'],
  ],
  current: [
    ['mA milliamp milliampere', '0.001'],
    ['A amp ampere', '1'],
  ],
  frequency: [
    ['Hz hertz', '1'],
    ['kHz kilohertz', '1000'],
    ['MHz megahertz', '1000000'],
    ['GHz gigahertz', '1000000000'],
  ],
  pressure: [
    ['Pa pascal', '1'],
    ['hPa mbar', '100'],
    ['kPa', '1000'],
    ['bar', '100000'],
  ],
  force: [
    ['N newton', '1'],
    ['kN', '1000'],
  ],
  information: [
    ['B byte', '1'],
    ['KiB', '1024'],
    ['MiB', '1048576'],
    ['GiB', '1073741824'],
  ],
  megabytes: [
    ['kB', '1'],
    ['MB', '1000'],
    ['GB', '1000000'],
    ['TB', '1000000000'],
  ],
  share: [
    ['%', '0.01'],
    ['percent', '0.01'],
    ['prozent', '0.01'],
  ],
  'percentage points': [['pp', '1']],
  celsius: [['°C', '1']],
  fahrenheit: [['°F', '1']],
  kelvin: [['K kelvin', '1']],
  angle: [['° degree', '1']],
  euro: [['€ EUR euro', '1']],
  dollar: [['$ dollar', '1']],
  'US dollar': [['USD US$', '1']],
  pound: [['£ GBP', '1']],
  yen: [['JPY yen', '1']],
  'yen or yuan': [['¥', '1']],
  franc: [['CHF', '1']],
};

const UNITS = new Map<string, Unit>(
  Object.entries(TABLE).flatMap(([measures, rows]) =>
    rows.flatMap(([names, factor]) => {
      const unit = { measures, factor: fromDecimal(factor) };
      return names.split(' ').map((name): [string, Unit] => [name, unit]);
    }),
  ),
);

export const ONE: Unit = { measures: '', factor: rational(1n, 1n) };

/** A unit by its symbol or name, alone; `null` when it is none that means one thing only. */
export function readUnit(text: string): Unit | null {
  const written = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/([a-z])([23])$/i, (_, letter, power) => `${letter}^${power}`);
  const symbol = UNITS.get(written);
  if (symbol) return symbol;
  const power = raised(written.toLowerCase());
  if (power) return power;
  const name = worded(written.toLowerCase());
  // In small letters `mw` may be either of two; only names are told without their case.
  return /^[a-z]{3,}$/.test(name) && !/^(?:mbar|bar|kph|mph)$/.test(name)
    ? (UNITS.get(name) ?? UNITS.get(name.replace(/s$/, '')) ?? null)
    : null;
}

/** `square metres`. */
function raised(name: string): Unit | null {
  const [, power, of = ''] = /^(square|cubic) ([a-z]+)$/.exec(name) ?? [];
  const inner = of ? readUnit(of) : null;
  const symbol = inner && [...UNITS].find(([, unit]) => unit === inner)?.[0];
  return symbol ? (UNITS.get(`${symbol}^${power === 'square' ? 2 : 3}`) ?? null) : null;
}

/** `kilowatt hours`, `per cent`. */
function worded(name: string): string {
  return name
    .replace(/^per cent$/, 'percent')
    .replace(/watt[- ]?hours?$/, 'watthour')
    .replace(/^(kilo|mega|giga|tera) watthour/, '$1watthour');
}
