// A valid report for tests: the minimal example of the contract, under a fresh id.

/** A valid report, with some of its top-level fields replaced. */
export function sampleReport(
  overrides: Record<string, unknown> = {},
): Record<string, unknown> & { submissionId: string } {
  return {
    schemaVersion: '1.0',
    submissionId: crypto.randomUUID(),
    submittedAt: '2026-11-24T13:50:00Z',
    locale: 'fr',
    category: 'hate_violence_discrimination',
    danger: { immediate: 'no', helpShown: false },
    locations: [
      { id: 'L1', place: 'website', url: { value: 'https://example.org/forum/t/42#post-7', kind: 'http' } },
    ],
    reporter: { role: 'witness', anonymous: true, followUp: 'none' },
    attestation: { goodFaith: true, textId: 'good-faith.fr.1', method: 'submit' },
    source: { partnerId: 'ville-exemple', embed: 'script', widgetVersion: '1.0.0', prefilled: false },
    ...overrides,
  };
}
