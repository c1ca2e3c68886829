import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Organization } from './organization.entity.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsQueries } from './organizations.queries.js';
import { Region } from './region.entity.js';

/** Regions and the bodies that hang at them. Needs the global AccessModule. */
@Module({
  imports: [TypeOrmModule.forFeature([Region, Organization])],
  controllers: [OrganizationsController],
  providers: [OrganizationsQueries],
})
export class OrganizationsModule {}
