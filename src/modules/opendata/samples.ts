/** One valid input for each command. `entry` is one of the forum's record. */
export const opendataInputs = (ids: { readonly entry: string }) => ({
  'opendata.confirm_checkpoint': {
    size: 1,
    key: 'witness.example+00000000+AQ==',
    signature: '\u2014 witness.example AQIDBA==',
  },
  'opendata.erase_entry_content': { entry: ids.entry, ground: 'Court decision 2(1)-15/2026' },
});
