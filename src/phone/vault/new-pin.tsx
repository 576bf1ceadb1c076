import { useState } from 'preact/hooks';
import type { PlainLang } from '#core/i18n/plain-lang.ts';
import { weaknessOf } from './rules.ts';

/** What is wrong with the two fields of a new PIN; null: nothing. */
export type PinFault = 'short' | 'simple' | 'differ' | null;

const faultOf = (pin: string, again: string): PinFault => weaknessOf(pin) ?? (pin === again ? null : 'differ');

/** The state of the two fields. `check` shows what is wrong and says the PIN when nothing is. */
export function useNewPin() {
  const [pin, write] = useState('');
  const [again, repeat] = useState('');
  const [fault, find] = useState<PinFault>(null);
  const check = (): string | null => {
    const found = faultOf(pin, again);
    find(found);
    return found === null ? pin : null;
  };
  return { pin, write, again, repeat, fault, check };
}

interface NewPinProps {
  readonly lang: PlainLang;
  readonly of: ReturnType<typeof useNewPin>;
}

/** A new PIN, written twice. */
export const NewPin = ({ lang, of }: NewPinProps) => (
  <>
    <PinField label={lang.t('phone.lock.new')} value={of.pin} write={of.write} fresh fault={of.fault !== null} />
    <PinField label={lang.t('phone.lock.again')} value={of.again} write={of.repeat} fresh fault={of.fault !== null} />
    {of.fault ? (
      <p class="wrong" role="alert">
        {lang.t(`phone.lock.${of.fault}`)}
      </p>
    ) : null}
  </>
);

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly write: (value: string) => void;
  readonly fresh?: boolean;
  readonly fault?: boolean;
}

export const PinField = ({ label, value, write, fresh, fault }: PinFieldProps) => (
  <label class="field">
    <span class="label">{label}</span>
    <input
      class="in in-m"
      type="password"
      autocomplete={fresh ? 'new-password' : 'off'}
      maxLength={200}
      value={value}
      aria-invalid={fault || undefined}
      onInput={(event) => write(event.currentTarget.value)}
    />
  </label>
);
