import type { FieldValue } from '../core/types';
import { bindPath, chain, type Scope } from './bindPath';
import type { Expression } from './expressions';
import type { QuerySession } from './QuerySession';
import type { FunctionCall } from './syntaxTree';
import { unexpectedFunction } from './unexpectedFunction';

const earthRadius = { mi: 3958.8, km: 6371 };

/** `DISTANCE(Address, GEOLOCATION(37.7, -122.4), 'mi')`, along a great circle. */
export function bindDistance(
  session: QuerySession,
  scope: Scope,
  call: FunctionCall,
): Expression {
  const [place, target, unit] = call.parameters;
  const unitName =
    unit?.kind === 'literal' ? String(unit.value).toLowerCase() : '';
  const coordinates =
    target?.kind === 'function' &&
    target.name.text.toUpperCase() === 'GEOLOCATION'
      ? target.parameters.map(parameter =>
          parameter.kind === 'literal' ? Number(parameter.value) : NaN,
        )
      : [];
  const complete =
    place?.kind === 'path' &&
    coordinates.length === 2 &&
    coordinates.every(Number.isFinite) &&
    (unitName === 'mi' || unitName === 'km');
  if (!complete) throw unexpectedFunction(session, call);
  const field = bindPath(session, scope, place.path);
  const part = (ending: RegExp) =>
    field.field.components.find(name => ending.test(name)) ?? '';
  const latitudeField = part(/Latitude(__s)?$/);
  const longitudeField = part(/Longitude(__s)?$/);
  if (!latitudeField || !longitudeField) {
    throw session.errorAt(
      field.offset,
      'INVALID_FIELD',
      `field '${field.field.name}' is not a geolocation field`,
    );
  }
  const toOwner = chain(field.steps);
  const [latitude, longitude] = coordinates;
  const radius = unitName === 'mi' ? earthRadius.mi : earthRadius.km;
  return {
    type: 'double',
    label: 'DISTANCE',
    caseSensitive: false,
    offset: call.name.offset,
    value: row => {
      const owner = field.steps.length > 0 ? toOwner(row)?.row : row;
      const there = [owner?.[latitudeField], owner?.[longitudeField]];
      return distance([latitude, longitude], there, radius);
    },
    identity: `distance(${field.path.toLowerCase()},${latitude},${longitude},${unitName})`,
  };
}

function distance(
  [latitude, longitude]: readonly number[],
  [otherLatitude, otherLongitude]: readonly (FieldValue | undefined)[],
  radius: number,
): FieldValue {
  if (typeof otherLatitude !== 'number') return null;
  if (typeof otherLongitude !== 'number') return null;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const haversine =
    Math.sin(radians(otherLatitude - latitude) / 2) ** 2 +
    Math.cos(radians(latitude)) *
      Math.cos(radians(otherLatitude)) *
      Math.sin(radians(otherLongitude - longitude) / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
