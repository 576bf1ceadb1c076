/** What a person marked as seen, for their page of personal data and for their erasure; filled into identity by main. */
export { forgetMarks } from './desk/news/commands.ts';
export { marksOfPerson } from './desk/news/queries.ts';
/** For main: what the rooms below ask of the installation's own pages. */
export { mayStorePeople } from './duties/queries.ts';
