// What the address of the event inspector says: the dataflow, and the inspection that is looked at.
export interface InspectorSearch {
  flow?: string;
  inspection?: string;
}

export function inspectorSearch({ flow, inspection }: Record<string, unknown>): InspectorSearch {
  return {
    ...(typeof flow === 'string' && flow !== '' && { flow }),
    ...(typeof inspection === 'string' && inspection !== '' && { inspection }),
  };
}
