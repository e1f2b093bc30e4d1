-- AlterTable
ALTER TABLE "check_in_quiet" ADD COLUMN     "lines" JSONB NOT NULL DEFAULT '{}';

