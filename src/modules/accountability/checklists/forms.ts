import { type Message, message } from '#core/i18n/message.ts';
import type { LanguageCode } from '#core/i18n/texts.ts';
import { FieldReading, type Given } from '#core/reading.ts';
import { isWebAddress, MOST_OF_URL } from '#core/shapes.ts';
import { type PlainDate, writtenDay } from '#core/time/plain-date.ts';
import { MOST } from './rules.ts';
import { FOUND, NETWORKS } from './schema.ts';

class Reading extends FieldReading {
  day(field: string): PlainDate | null {
    const text = this.line(field, 40);
    const day = writtenDay(text);
    if (text && !day) this.wrong(field, message('accountability.checklists.wrong.day'));
    return day;
  }

  url(field: string): string | null {
    const url = this.line(field, MOST_OF_URL);
    if (url && !isWebAddress(url)) this.wrong(field, message('accountability.checklists.wrong.url'));
    return url || null;
  }

  one<T extends string>(field: string, of: readonly T[], missing: Message): T {
    const text = this.line(field, 40);
    const chosen = of.find((value) => value === text);
    if (!chosen) this.wrong(field, missing);
    return chosen ?? of[0]!;
  }
}

/** What was found of one item; without a day it was looked at today. */
export function readCheck(given: Given, asked: { readonly today: PlainDate; readonly language: LanguageCode }) {
  const read = new Reading(given);
  const note = read.line('note', MOST.note);
  return read.end({
    found: read.one('found', FOUND, message('accountability.checklists.wrong.found')),
    checkedOn: read.day('checked_on') ?? asked.today,
    datedOn: read.day('dated_on'),
    url: read.url('url'),
    note: note ? { [asked.language]: note } : null,
  });
}

/** A page in a social network, as it was seen. */
export function readSocial(given: Given, today: PlainDate) {
  const read = new Reading(given);
  const url = read.url('social_url');
  if (!url) read.wrong('social_url', message('accountability.checklists.wrong.url'));
  return read.end({
    network: read.one('network', NETWORKS, message('accountability.checklists.wrong.network')),
    url: url ?? '',
    checkedOn: today,
    newestOn: read.day('newest_on'),
  });
}
