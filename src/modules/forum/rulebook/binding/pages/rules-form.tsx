import { Checkboxes, Radios } from '#ui/choice.tsx';
import { type Option, SelectField } from '#ui/field.tsx';
import { type Filled, textOf } from '#ui/filled.ts';
import { Cancel, Form } from '#ui/form.tsx';
import { Section, Stack } from '#ui/layout.tsx';
import { PageTitle } from '#ui/title.tsx';
import { BASES, type Base, CONVENERS, DECISIONS, SECRECIES, TIES, TOPICS } from '../../schema.ts';
import { ArticleField, Count, Rule, type RuleProps, Unit, YesNo } from './parts/rule-fields.tsx';
import { ShareFields } from './parts/share-fields.tsx';

interface RulesFormProps {
  readonly of: Filled;
  readonly action: string;
  readonly back: string;
  readonly document: string;
  /** Articles that can be chosen: number and first words. */
  readonly articles: readonly Option[];
}

/** Binds every rule to the article it comes from. A rule without an article is not defined. */
export const RulesForm = ({ of, action, back, document, articles }: RulesFormProps) => {
  const { lang } = of;
  return (
    <>
      <PageTitle
        over={document}
        title={lang.t('forum.rulebook.bind.title')}
        lede={lang.t('forum.rulebook.bind.lede')}
      />
      <Form
        of={of}
        action={action}
        deed={lang.t('forum.rulebook.bind.deed')}
        hidden={{ of: textOf(of, 'of') }}
        second={<Cancel href={back}>{lang.t('forum.documents.back')}</Cancel>}
      >
        <Meetings of={of} articles={articles} />
        <Votes of={of} articles={articles} />
        <Members of={of} articles={articles} />
        <Section title={lang.t('forum.rulebook.bind.topics')}>
          <Stack>
            <p class="quiet">{lang.t('forum.rulebook.bind.topics_lede')}</p>
            {TOPICS.map((key) => (
              <ArticleField key={key} of={of} articles={articles} rule={key} />
            ))}
          </Stack>
        </Section>
      </Form>
    </>
  );
};

const Meetings = ({ of, articles }: RuleProps) => {
  const { lang } = of;
  return (
    <Section title={lang.t('forum.rulebook.bind.meetings')}>
      <Stack>
        <Rule of={of} articles={articles} rule="convening">
          <Checkboxes
            of={of}
            name="convening_who"
            label={lang.t('forum.rulebook.field.convening_who')}
            options={CONVENERS.map((value) => ({ value, label: lang.t(`forum.rulebook.convener.${value}`) }))}
            optional
          />
          <Count of={of} name="convening_members" optional />
        </Rule>
        <Rule of={of} articles={articles} rule="meetings">
          <Count of={of} name="meetings_months" />
        </Rule>
        <Rule of={of} articles={articles} rule="notice">
          <Count of={of} name="notice_days" />
          <Count of={of} name="notice_urgent" optional />
          <Count of={of} name="notice_agenda" optional />
        </Rule>
        <Rule of={of} articles={articles} rule="quorum">
          <ShareFields of={of} prefix="quorum" bases={QUORUM_BASES} />
          <YesNo of={of} name="quorum_recused" />
        </Rule>
        <Rule of={of} articles={articles} rule="minutes">
          <Count of={of} name="minutes_days" />
          <Unit of={of} name="minutes_unit" />
        </Rule>
        <Rule of={of} articles={articles} rule="reply">
          <Count of={of} name="reply_days" />
          <Unit of={of} name="reply_unit" />
        </Rule>
        <Rule of={of} articles={articles} rule="absence">
          <Count of={of} name="absence_meetings" />
        </Rule>
      </Stack>
    </Section>
  );
};

const QUORUM_BASES: readonly Base[] = ['filled', 'all'];

const Votes = ({ of, articles }: RuleProps) => {
  const { lang } = of;
  const secrecy = SECRECIES.map((value) => ({ value, label: lang.t(`forum.rulebook.secrecy.${value}`) }));
  return (
    <Section title={lang.t('forum.rulebook.bind.votes')}>
      <Stack>
        {DECISIONS.map((kind) => (
          <Rule key={kind} of={of} articles={articles} rule={kind}>
            <ShareFields of={of} prefix={kind} bases={BASES} />
          </Rule>
        ))}
        <Rule of={of} articles={articles} rule="tie">
          <Radios
            of={of}
            name="tie_how"
            label={lang.t('forum.rulebook.field.tie_how')}
            options={TIES.map((value) => ({ value, label: lang.t(`forum.rulebook.tie.${value}`) }))}
          />
        </Rule>
        <Rule of={of} articles={articles} rule="proxies">
          <Count of={of} name="proxies_most" />
          <YesNo of={of} name="proxies_within" />
        </Rule>
        <Rule of={of} articles={articles} rule="correspondence">
          <Count of={of} name="correspondence_least" />
          <Count of={of} name="correspondence_most" />
        </Rule>
        <Rule of={of} articles={articles} rule="secrecy">
          <SelectField
            of={of}
            name="secrecy_elections"
            label={lang.t('forum.rulebook.field.elections')}
            options={secrecy}
            width="m"
          />
          <SelectField
            of={of}
            name="secrecy_others"
            label={lang.t('forum.rulebook.field.others')}
            options={secrecy}
            width="m"
          />
        </Rule>
        <Rule of={of} articles={articles} rule="names">
          <YesNo of={of} name="names_published" />
        </Rule>
      </Stack>
    </Section>
  );
};

const Members = ({ of, articles }: RuleProps) => (
  <Section title={of.lang.t('forum.rulebook.bind.members')}>
    <Stack>
      <Rule of={of} articles={articles} rule="alternates">
        <YesNo of={of} name="alternates_allowed" />
      </Rule>
      <Rule of={of} articles={articles} rule="term_seat">
        <Count of={of} name="term_seat_months" />
        <Count of={of} name="term_seat_in_row" optional />
      </Rule>
      <Rule of={of} articles={articles} rule="term_lead">
        <Count of={of} name="term_lead_months" />
        <Count of={of} name="term_lead_in_row" optional />
      </Rule>
      <Rule of={of} articles={articles} rule="amendment">
        <Count of={of} name="amendment_members" />
        <Count of={of} name="amendment_days" />
      </Rule>
    </Stack>
  </Section>
);
