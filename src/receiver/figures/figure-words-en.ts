// English words of printed figures.
import type { FigureWords } from './figure-words.ts';

const number = new Intl.NumberFormat('en-GB');
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const count = (value: number, one: string, many: string): string =>
  `${number.format(value)} ${value === 1 ? one : many}`;

const reports = (value: number): string => count(value, 'report', 'reports');
const rows = (value: number): string => count(value, 'row', 'rows');

/** The English words. */
export const enFigureWords: FigureWords = {
  locale: 'en',
  categories: {
    child_sexual_abuse: 'Child sexual abuse content',
    terrorism_bomb_making: 'Incitement to terrorism or bomb-making',
    hate_violence_discrimination: 'Incitement to violence, discrimination or hatred',
    crimes_against_humanity: 'Glorification of crimes against humanity',
    shocking_content_minors: 'Shocking content that minors can access',
    procuring: 'Pimping',
    suicide_incitement: 'Incitement to suicide',
    sexual_harassment: 'Sexual harassment',
    unsure: 'I do not know',
    unknown: 'Unknown',
  },
  actions: {
    removed: 'Removed',
    restricted: 'Restricted',
    refused: 'Refused',
    no_answer: 'No answer',
    unknown: 'Unknown',
  },
  outcomes: {
    police: 'Passed to the police',
    not_illegal: 'Not illegal',
    duplicate: 'Duplicate',
  },
  delays: {
    reportToNotice: 'From the report to the notice',
    noticeToAnswer: 'From the notice to the answer',
    reportToPolice: 'From the report to the police',
  },
  confirmations: { confirmed: 'Confirmed', unconfirmed: 'Not confirmed' },
  origins: {
    button: 'Button',
    form: 'Form',
    application: 'Application',
    elsewhere: 'Other',
  },
  headings: {
    category: 'Type of content',
    provider: 'Provider',
    action: 'Action taken',
    outcome: 'Outcome',
    delay: 'Time',
    month: 'Month',
    origin: 'Origin',
    confirmation: 'Source',
  },
  columns: {
    received: 'Reports',
    decided: 'With a decision',
    undecided: 'Without a decision',
    notices: 'Notices',
    daysToAnswer: 'Days (median)',
    cases: 'Cases',
    medianDays: 'Days (median)',
    known: 'Known times',
    unknown: 'Unknown times',
  },
  tables: {
    reports: {
      title: 'Reports received, by type of content',
      note: 'What the public reported, in the categories of the form. “Without a decision”: no row of the file of decisions names these reports.',
    },
    byProvider: {
      title: 'Notices, by provider',
      note: 'The notices sent to providers of hosting services, and what they did. Days run from the notice to the answer.',
    },
    byType: {
      title: 'Notices, by type of allegedly illegal content',
      note: 'The same notices. The type is the one that our analysts noted, else the one that the reporter chose.',
    },
    byAction: {
      title: 'Notices, by action taken',
      note: 'The same notices, by what the provider did.',
    },
    outcomes: {
      title: 'Other outcomes',
      note: 'Decisions without a notice to a provider.',
    },
    delays: {
      title: 'Median times',
      note: 'In days: half of the known cases took less time, the other half took more.',
    },
  },
  partner: {
    received: { title: 'Received', note: 'The reports that reached us that month under your name.' },
    byCategory: { title: 'By type of content', note: 'The category that the person chose.' },
    byConfirmation: {
      title: 'Confirmed or not',
      note: 'Confirmed: the report did come from your pages or your server, within your number an hour. Otherwise it carries your name, and we cannot check that.',
    },
    byOrigin: { title: 'By origin', note: 'The button on your pages, our form or our application.' },
  },
  total: 'Total',
  unknown: 'Unknown',
  hidden: 'hidden',
  number: (value) => number.format(value),
  day: (text) => day.format(new Date(text)),
  month: (text) => month.format(new Date(`${text}-01`)),
  chartOf: (title, shown, all) =>
    shown < all
      ? `Chart: ${title}, the first ${shown} of ${all}. All numbers are in the table.`
      : `Chart: ${title}. The numbers are in the table.`,
  yearly: {
    title: (year) => `Reports and notices of ${year}`,
    lead: 'Report under Article 22(3) of Regulation (EU) 2022/2065, the Digital Services Act. It contains no personal data: no address, no text, no name of a person.',
    countedOn: (text, isOver) =>
      isOver
        ? `Counted on ${text}. The year begins and ends at midnight, universal time.`
        : `Counted on ${text}. The year is not over.`,
    unknownTitle: 'What these figures do not say',
    unknownLead: 'What is not known is counted as unknown.',
    oldest: (text) =>
      `The oldest report in the database is of ${text}. What was erased before is not counted.`,
    noReport: 'The database holds no report.',
    unread: {
      sealed: (value) => `${reports(value)} sealed, without a key that opens: type unknown.`,
      unreadable: (value) => `${reports(value)} that nobody could read: type unknown.`,
      altered: (value) => `${reports(value)} whose text has changed since it was received: type unknown.`,
    },
    rows: {
      withoutReport: (value) =>
        `${rows(value)} of decisions whose report is not in the database: time unknown, and type unknown unless it was noted.`,
      withoutDate: (value) =>
        `${rows(value)} of decisions without a date: counted in the year of the report.`,
      beforeReport: (value) => `${rows(value)} of decisions dated before the report: time unknown.`,
    },
    nothingUnknown: 'Nothing else is unknown.',
    mappingTitle: 'Our categories and those of the Commission',
    mappingNote:
      'Names of the European Commission’s DSA Transparency Database. The mapping is ours. A single notice may carry another name, depending on the content.',
    ours: 'Our category',
    commissionName: 'Name given by the Commission',
    commissionCode: 'Code',
    noName: 'none',
    independenceTitle: 'Procedures that keep us independent',
    independenceNote:
      'Article 22(3) asks for an explanation of the procedures that keep a trusted flagger independent of providers of online platforms.',
    independencePlaceholder: '[To be completed before publication.]',
  },
  partnerPage: {
    title: (partner, text) => `Reports from ${partner}, ${text}`,
    lead: 'Thank you: with the button “Cliquez, Signalez !”, people were able to alert us. This is what we received.',
    hiddenNote: '“Hidden”: the number is below 5, or would give away one that is. Nobody must be recognised.',
  },
};
