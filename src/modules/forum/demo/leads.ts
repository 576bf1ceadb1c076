/** Who leads the invented forum, and its working group. Days count from loading, those of terms from the founding. */
import type { BodyKey } from '#modules/places/demo/bodies.ts';
import type { Days, Words } from '#modules/places/demo/words.ts';
import type { Office } from '../leads/schema.ts';

/** Elected the day after the founding, when the rules of procedure were in force. */
export const DEMO_ELECTED: Days = 1;
export const DEMO_ELECTION = 'təsis yığıncağının 1 nömrəli protokolu, bənd 4 (nümunə)';

/** An office in an organisation that holds it; the coordinator is the one through whose eyes a visitor looks. */
export const DEMO_COORDINATOR: { readonly of: BodyKey; readonly post: Words } = {
  of: 'arxboyu',
  post: { az: 'Platforma üzrə koordinator', en: 'Coordinator for the platform', ru: 'Координатор платформы' },
};

/** Who chairs: by the seat of the organisation; `until` counts from loading, where a shorter term was decided. */
export const DEMO_CHAIRS: readonly { readonly office: Office; readonly of: BodyKey; readonly until: Days | null }[] = [
  { office: 'co_chair_government', of: 'excom', until: null },
  { office: 'co_chair_civil', of: 'durna_qatari', until: 38 },
];

export const DEMO_GROUP = {
  name: { az: 'Ödəniş terminalları', en: 'Payment terminals', ru: 'Платёжные терминалы' },
  task: {
    az: 'Terminalı olmayan icmaların siyahısını hazırlamaq və xidmət göstərənlə danışıqları növbəti iclasa təqdim etmək.',
    en: 'Prepare the list of communities without a terminal and report on the talks with the provider at the next meeting.',
    ru: 'Подготовить список общин без терминала и доложить следующему заседанию о переговорах с поставщиком.',
  },
  decision: 'qərar 4 (nümunə)',
  from: -75,
  lead: 'sozun_unvani',
  members: ['eservices', 'cdc_lalecol'],
  expert: {
    of: 'public_council',
    post: { az: 'Şuranın eksperti', en: 'Expert of the council', ru: 'Эксперт совета' },
  },
} as const satisfies {
  readonly name: Words;
  readonly task: Words;
  readonly decision: string;
  readonly from: Days;
  readonly lead: BodyKey;
  readonly members: readonly BodyKey[];
  readonly expert: { readonly of: BodyKey; readonly post: Words };
};
