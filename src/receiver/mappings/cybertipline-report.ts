// The report of NCMEC's CyberTipline as typed data: the elements that a report of ours can fill in, in XML order.
// Source: report.cybertip.org/ispws/documentation, as of 2025-11-04.

/** The incident types that a report can lead to, exactly as they go over the wire. */
export type IncidentType =
  | 'Child Pornography (possession, manufacture, and distribution)'
  | 'Child Sex Trafficking'
  | 'Child Sex Tourism'
  | 'Child Sexual Molestation'
  | 'Misleading Domain Name'
  | 'Misleading Words or Digital Images on the Internet'
  | 'Online Enticement of Children for Sexual Acts'
  | 'Unsolicited Obscene Material Sent to a Child';

/** An element without content, such as an annotation: its presence is the information. */
export type Flag = Readonly<Record<string, never>>;

/** Report-level annotations. */
export interface ReportAnnotations {
  readonly sextortion?: Flag;
  readonly csamSolicitation?: Flag;
  readonly sadisticOnlineExploitation?: Flag;
}

/** The kind of incident, and its time. */
export interface IncidentSummary {
  readonly incidentType: IncidentType;
  /** Why it is urgent; its presence alone escalates the report. At most 3,000 characters. */
  readonly escalateToHighPriority?: string;
  readonly reportAnnotations?: ReportAnnotations;
  /** RFC 3339, UTC. */
  readonly incidentDateTime: string;
  /** How reliable `incidentDateTime` is; at most 3,000 characters. */
  readonly incidentDateTimeDescription: string;
}

/** One location: exactly one of these elements. Limits: cybertipline-limits.ts. */
export interface InternetDetails {
  readonly webPageIncident?: { readonly url?: readonly string[]; readonly additionalInfo?: string };
  readonly emailIncident?: { readonly emailAddress?: readonly string[]; readonly additionalInfo?: string };
  readonly chatImIncident?: {
    readonly chatClient?: string;
    readonly chatRoomName?: string;
    readonly additionalInfo?: string;
  };
  readonly onlineGamingIncident?: { readonly gameName?: string; readonly additionalInfo?: string };
  readonly cellPhoneIncident?: { readonly phoneNumber?: string; readonly additionalInfo?: string };
  readonly peer2peerIncident?: {
    readonly client?: string;
    readonly fileNames?: string;
    readonly additionalInfo?: string;
  };
}

/** The reported account; NCMEC shows it as the suspect. */
export interface PersonOrUserReported {
  /** The addresses of `emailIncident`: NCMEC takes none there that no person has. */
  readonly personOrUserReportedPerson?: { readonly email: readonly string[] };
  readonly espIdentifier?: string;
  readonly espService?: string;
  readonly screenName?: string;
  readonly displayName?: readonly string[];
  readonly profileUrl?: readonly string[];
  /** Name or identifier of a group. */
  readonly groupIdentifier?: string;
  /** What did not fit into the fields. */
  readonly additionalInfo?: string;
}

/** The child concerned: how old they seem, and nothing else. */
export interface Victim {
  readonly victimPerson: Flag;
  readonly additionalInfo?: string;
}

/** A CyberTipline report. Files, and what describes them, never come from the form. */
export interface CyberTiplineReport {
  readonly incidentSummary: IncidentSummary;
  readonly internetDetails?: readonly InternetDetails[];
  /** `reportedToLe` is for the hotline: whether it has told the police itself. */
  readonly lawEnforcement?: { readonly agencyName: string; readonly reportedToLe?: boolean };
  /** The hotline, never the reporter. */
  readonly reporter: { readonly reportingPerson: { readonly email: readonly string[] } };
  readonly personOrUserReported?: PersonOrUserReported;
  readonly victim?: readonly Victim[];
  readonly additionalInfo: string;
}
