import type { Body } from '../bodies/schema.ts';
import type { PlaceSeen } from './schema.ts';

/** A body whose seat was kept back stands on no page of a place: the page itself would say where it is. */
export const withoutKeptSeats = (seen: PlaceSeen, eye: (body: Body) => Body): PlaceSeen => ({
  ...seen,
  bodies: seen.bodies.filter((body) => eye(body).place !== null),
  serving: seen.serving.filter((body) => eye(body).place !== null),
});
