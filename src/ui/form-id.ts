import { createContext } from 'preact';

/** The random id that the forms of a page carry, so that sending one twice does its deed once; null on kept pages. */
export const FormId = createContext<string | null>(null);
