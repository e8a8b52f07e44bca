import type { Field, Mapping, Reading } from "../../data/contract/api/mapping.js";

/** The whole reading as a mapping: what a mapping named and what was known by its header. */
export function mappingOf({ columns, mapping, proposal }: Reading): Mapping {
  const found: Mapping = { columns: {}, constants: {}, register_districts: mapping.register_districts };
  for (const { field, headers, constant } of columns) {
    if (constant !== null) found.constants[field] = constant;
    else if (headers.length > 0) found.columns[field] = headers.length === 1 ? headers[0]! : headers;
  }
  if (!proposal) return found;
  for (const field of Object.keys(proposal.columns) as Field[]) delete found.constants[field];
  return {
    columns: { ...found.columns, ...proposal.columns },
    constants: { ...found.constants, ...proposal.constants },
    register_districts: proposal.register_districts || mapping.register_districts,
  };
}

/** What can be sent: constants that are still empty are left out. */
export function sendable(mapping: Mapping): Mapping {
  const constants = Object.fromEntries(Object.entries(mapping.constants).filter(([, value]) => value !== ""));
  return { ...mapping, constants };
}

/** What is worth keeping for the next file: a date that held for one whole file is not. */
export function savable(mapping: Mapping): Mapping {
  const { as_of: _asOf, population_as_of: _populationAsOf, ...constants } = mapping.constants;
  return { ...mapping, constants };
}
