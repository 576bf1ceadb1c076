/** For main: what the rooms below ask of the installation's own pages. */
export { mayStorePeople } from './duties/queries.ts';
