-- AlterTable
ALTER TABLE "passkey" ADD COLUMN     "label" BYTEA;
