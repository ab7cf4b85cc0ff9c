// Where a page follows its test events: sending one brings that place into view.
export const TEST_EVENTS = 'test-events';
