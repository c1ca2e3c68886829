-- What auditors ask of all logs at once: who decided what. One index finds the decisions of persons in a period; src/evidence/searches asks with just its condition.
create index log_event_decided on log_event (at, stream, seq) where actor_id is not null and type in (
  'clear', 'requireRedaction', 'return', 'withhold', 'discloseOnApplication', 'refer', 'determine', 'defer', 'setAside', 'acceptRisk', 'requireMitigation',
  'rejectRisk', 'endorse', 'concludeConfidentialityReview', 'concludeRiskAssessment', 'approve', 'suspendItem', 'takeDown');
