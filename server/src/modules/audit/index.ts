import { AuditRepository } from './audit.repository.ts';
import { AuditResolver } from './audit.resolver.ts';

/** Reading the audit trail: who looked, who changed. */
export function auditModule() {
  return { entities: [], resolvers: [new AuditResolver(new AuditRepository())] };
}
