import { DocumentRepository } from './document.repository.ts';
import { DocumentResolver } from './document.resolver.ts';
import { DocumentService } from './document.service.ts';

export { documentDownloadRouter, documentUploadRouter } from './document.router.ts';
export type { DocumentService, NewDocument } from './document.service.ts';

/** Files with their versions: kept with the operation that brings them, given out with an entry in the trail. */
export function documentsModule() {
  const service = new DocumentService(new DocumentRepository());
  return { entities: [], resolvers: [new DocumentResolver(service)], service };
}
