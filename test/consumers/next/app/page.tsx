import { ReportButton } from './report-button';

export default function Page() {
  return (
    <main>
      <p>Bonjour.</p>
      <ReportButton />
    </main>
  );
}
