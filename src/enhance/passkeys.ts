import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/**
 * The one thing that a page cannot do without script: ask the device for a passkey. The form holds the question in
 * `data-passkey`; the answer goes into its hidden field and the form is sent like any other. Nothing is fetched.
 */
interface Question {
  readonly kind: 'new' | 'use';
  readonly options: never;
}

const form = document.querySelector<HTMLFormElement>('form[data-passkey]');
const answer = form?.querySelector<HTMLInputElement>('input[name=answer]');
const failed = document.getElementById('passkey-failed');

async function ask(question: Question): Promise<unknown> {
  return question.kind === 'new'
    ? startRegistration({ optionsJSON: question.options })
    : startAuthentication({ optionsJSON: question.options });
}

form?.addEventListener('submit', (event) => {
  if (!answer) return;
  event.preventDefault();
  if (failed) failed.hidden = true;
  ask(JSON.parse(form.dataset.passkey ?? '{}') as Question).then(
    (given) => {
      answer.value = JSON.stringify(given);
      form.submit();
    },
    () => {
      if (!failed) return;
      failed.hidden = false;
      failed.focus();
    },
  );
});
