/** What is loaded into a clone to break it from within. Never part of the image or the EAR. */
package org.stoa.system.faults.agent;
