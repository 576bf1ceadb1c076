import type { Ctx } from '#core/command.ts';
import { uuidv7 } from '#core/db/uuid.ts';
import type { PopulationInput } from '../../populations/forms.ts';
import type { PlaceId, PopulationId } from '../../schema.ts';
import type { PlacesTables } from '../../tables/schema.ts';
import { inChunks, type Judged } from '../rules.ts';
import type { FigureDraft } from './schema.ts';

/** Writes judged figures; part of the command that writes an import. */
export const writeFigures = (ctx: Ctx, rows: readonly Judged<FigureDraft>[]): Promise<void> =>
  recordFigures(
    ctx,
    rows.flatMap(({ draft, verdict }) => (draft && verdict !== 'same' ? [draft] : [])),
  );

/** Records figures in few statements; the same place, day and source again corrects. */
export async function recordFigures(
  ctx: Ctx,
  figures: readonly (PopulationInput & { readonly place: PlaceId })[],
): Promise<void> {
  for (const part of inChunks(figures)) {
    const values = part.map(({ place, day, people, households, source }) => ({
      ...{ day, people, households, source, place_id: place },
      ...{ forum_id: ctx.forum.id, id: uuidv7(ctx.now) as PopulationId, entered_at: ctx.now },
    }));
    await ctx.db
      .withTables<PlacesTables>()
      .insertInto('places_populations')
      .values(values)
      .onConflict((on) =>
        on.columns(['forum_id', 'place_id', 'day', 'source']).doUpdateSet((is) => ({
          people: is.ref('excluded.people'),
          households: is.ref('excluded.households'),
        })),
      )
      .execute();
  }
}
