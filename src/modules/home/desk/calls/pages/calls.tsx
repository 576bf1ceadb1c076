import { CallList, type CallListProps } from '#modules/identity/contract.ts';
import { Section, Stack } from '#ui/layout.tsx';

/** Whom to call or write to today; on the desk of those who keep the forum. */
export const Calls = (props: CallListProps) => (
  <Section title={props.lang.t('identity.calls.title', { n: props.calls.length })} id="calls">
    <Stack>
      {props.calls.length > 0 ? <p class="quiet">{props.lang.t('identity.calls.about')}</p> : null}
      <CallList {...props} />
    </Stack>
  </Section>
);
