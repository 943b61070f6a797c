import type { SeededRandom } from '../SeededRandom';
import type { Country } from './places';

const firstWords = `Northwind Bluepeak Ironwood Silverline Cobalt Harborview
Summit Evergreen Redstone Lakeshore Brightwater Pinnacle Meridian Falcon
Juniper Granite Sapphire Horizon Willow Copperfield Orchard Aurora Cascade
Sterling Magnolia Foxglove Kestrel Larkspur Nordlicht Rheingold Alpenrose
Hanseatic Moselle Atlas Borealis Cedar Delta Emberton Fjord Galloway`
  .trim()
  .split(/\s+/);

const secondWords = `Logistics Systems Foods Energy Robotics Textiles Media
Pharma Analytics Materials Networks Retail Airlines Insurance Instruments
Packaging Chemicals Optics Motors Software Biotech Shipping Hotels Paper`
  .trim()
  .split(/\s+/);

/** Makes up names of companies that differ from each other. */
export class CompanyNames {
  readonly #random: SeededRandom;
  readonly #taken = new Set<string>();

  constructor(options: { random: SeededRandom; taken?: Iterable<string> }) {
    this.#random = options.random;
    for (const name of options.taken ?? []) {
      this.#taken.add(name);
    }
  }

  next(country: Country): string {
    const random = this.#random;
    const base = `${random.pick(firstWords)} ${random.pick(secondWords)}`;
    let name = `${base} ${random.pick(country.legalForms)}`;
    for (let number = 2; this.#taken.has(name); number += 1) {
      name = `${base} ${number} ${random.pick(country.legalForms)}`;
    }
    this.#taken.add(name);
    return name;
  }
}
