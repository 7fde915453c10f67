/** What the jobs of the check do, added to the EAR of the clones that are checked. Never part of what is shipped. */
package org.stoa.system.jobs.work;
