/**
 * The form of a round: loads the engine of questionnaires after the page is there, once for all its pages. Without script,
 * or before the engine came, the form is sent page by page and the server says what is asked next.
 */
declare const ENGINE: string;

const engine = document.createElement('script');
engine.src = ENGINE;
document.head.append(engine);
