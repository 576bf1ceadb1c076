import { nameBased } from '#core/ids.ts';

/** By which command minutes are remarked on; links and codes are made for it. */
export const REMARK_DEED = 'meetings.remark';

/** The remark of one organisation on the minutes of one meeting: what such a link is for (UUID version 8, RFC 9562). */
export const remarkObject = (meeting: string, body: string): string => nameBased(`${REMARK_DEED} ${meeting} ${body}`);
