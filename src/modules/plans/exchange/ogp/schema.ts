/**
 * Columns of OGP's commitments data set, in the order and the spelling of its public CSV (a mirror of July 2023:
 * github.com/g0v/ogp-commitments, open_parliament_0703.csv; values: OGP Data Guide). Left out are columns that OGP
 * computes for its own pages (dummies, checksums, "assessed" flags). The last one is ours: rows of a demonstration say so.
 */
const IDS = [
  ...['Commitment Unique Identifier', 'Country/Locality', 'Action Plan ID', 'Action Plan Number', 'Commitment Number'],
  ...['Code', 'Region', 'National Or Local', 'Year Of Submission', 'Action Plan End Year'],
  ...[
    'Action Plan Duration (Years)',
    'Theme',
    'Commitment Title',
    'Short Title',
    'Full Text',
    'Start Date',
    'End Date',
  ],
  ...['Lead Institution', 'Supporting Institution(s)', 'URL'],
] as const satisfies readonly string[];

/** Policy tags: 1 given, 0 not given by somebody who gave tags, ND where nobody gave any. */
export const TAGS: readonly string[] = [
  ...[
    'Anti-Corruption and Integrity',
    'Anti-corruption Institutions',
    'Anti-Corruption Strategies',
    'Asset Disclosure',
  ],
  ...['Audits', 'Beneficial Ownership', 'Conflicts Of Interest', 'Elections', 'Political Finance', 'Lobbying'],
  ...['Open Contracting', 'Public Procurement', 'Right To Information', 'Whistleblower Protections'],
  ...['Civic Space and Enabling Environment', 'Freedom of Assembly', 'Freedom of Association', 'Freedom of Expression'],
  ...['Democratizing Decision-Making', 'Digital Participation', 'Mainstreaming Participation', 'Regulatory Governance'],
  ...['Social Accountability', 'Digital Governance', 'Automated Decision-making', 'Data Stewardship and Privacy'],
  ...['Digital Inclusion', 'Disinformation/Misinformation', 'Online Civic Space', 'Environment & Climate'],
  ...['Climate Finance', 'Climate Mitigation and Adaptation', 'Environmental Regulation'],
  ...['International Environmental Agreements', 'Fiscal Openness', 'Publication Of Budget/Fiscal Information'],
  ...['Public Participation In Budget/Fiscal Policy', 'Oversight Of Budget/Fiscal Policies'],
  ...['Stimulus and Economic Recovery', 'Tax', 'Debt', 'Inclusion', 'Gender', 'Gender-Based Violence'],
  ...['Economic Inclusion', 'LGBTQIA+', 'People with Disabilities', 'Youth', 'Justice', 'Access to Justice'],
  ...['Open Justice', 'Policing & Corrections', 'Judiciary', 'Open Parliaments', 'Public Service Delivery'],
  ...['Citizenship & Immigration', 'Education', 'Health & Nutrition', 'Infrastructure & Transport'],
  ...['Water & Sanitation', 'Capacity Building', 'Digital Transformation', 'Legislation', 'Regulation'],
  ...['Legislative Oversight', 'Open Data', 'Public Participation', 'Aid', 'Energy', 'Extractive Industries'],
  ...['Land and Spatial Planning', 'Media & Telecommunications', 'Science & Technology', 'Security & Public Safety'],
  ...[
    'Labor',
    'Private Sector',
    'Subnational',
    'Human Rights',
    'Open Parliament Plan',
    'Sustainable Development Goals',
  ],
];

/** The assessment; a column that begins with "_" is the number that OGP gives the word before it. */
const ASSESSED = [
  ...['Specificity', '_Specificity', 'Verifiable', 'OGP Value Access To Information', 'OGP Value Civic Participation'],
  ...['OGP Value Public Accountability', 'OGP Value Technology', '_Relevant', 'Potential Impact', '_Potential Impact'],
  ...['Completion (Progress Report)', '_CompletionProgress', 'Potential for Results', '_Potential for Results'],
  ...['Cluster', 'Completion (End Of Term)', '_CompletionEndTerm', 'Change In Completion', '_ChangeCompletion'],
  ...['Early Results', '_Early Results', 'Did It Open Government (Overall)', '_OpenGovernment'],
  ...['Did It Open Government (Access To Information)', '_DIOGATI'],
  ...['Did It Open Government (Civic Participation)', '_DIOGCP'],
  ...['Did It Open Government: Public Accountability', '_DIOGPA'],
  ...['Starred', 'Carried Forward', 'Active Commitment'],
] as const satisfies readonly string[];

export const OGP_COLUMNS: readonly string[] = [...IDS, ...TAGS, ...ASSESSED, 'Demonstration'];
