export { ActorsQueries } from './actors.queries.js';
export { Course } from './course.entity.js';
export { Enrolment } from './enrolment.entity.js';
export { EmailTaken } from './people.errors.js';
export { PeopleModule } from './people.module.js';
export { type NewCourse, type NewPerson, PeopleService } from './people.service.js';
export { Person } from './person.entity.js';
export { type PrivateAddress, PrivateAddresses, type PrivateAddressKind } from './private-addresses.js';
export { Section } from './section.entity.js';
