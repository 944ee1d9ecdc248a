"""Every number of the operation, with its unit in its name; 60 ticks a second, 256 sub to a pixel.

They are there to be tuned by play: a clean hand spends about 340 blood and 380 chakra in three
minutes, a messy one 500 and 600. The rules that use them are in ``operation*.py``.
"""

from typing import Final

from game.core.units import SUB, seconds

# The hand -------------------------------------------------------------------------------------
HAND_PX_PER_SECOND: Final = 90
HAND_HEALING_PX_PER_SECOND: Final = 45
"""Of a hand that is led by keys or stick, while her chakra is in a wound."""
HAND_SLOW_PX_PER_SECOND: Final = 30
SWEAT_TREMOR_SUB: Final = 12 * SUB
"""How far sweat in her eyes throws the hand at most."""
TIRED_TREMOR_SUB: Final = 2 * SUB
GUST_TREMOR_SUB: Final = 3 * SUB
TREMOR_TICKS: Final = 12
"""A tremor swings to a new place this often."""

# The flow of chakra, 0..1000 ---------------------------------------------------------------------
FLOW_RISE_PER_TICK: Final = 6
FLOW_FALL_PER_TICK: Final = 5
FLOW_FAIL_PER_TICK: Final = 12
"""How fast it falls when there is no chakra left to feed it."""
FLOW_WEAK: Final = 250
"""Less heals nothing."""
FLOW_BAND_LOW: Final = 420
FLOW_BAND_HIGH: Final = 580
FLOW_TEARS: Final = 800
WEAK_WORK_PER_MILLE: Final = 500
HOT_WORK_PER_MILLE: Final = 800
CLOTH_WORK_PER_MILLE: Final = 500
CLOTH_FOULS_TICKS: Final = seconds(1)
"""A slash worked on through the shirt has threads in it after this long."""

# The reach of a stroke ---------------------------------------------------------------------------
BEGIN_REACH_SUB: Final = 9 * SUB
SKIN_SECOND_SUB: Final = 3 * SUB
"""A slash has to be so much nearer than a deep hurt for her chakra to choose it."""
KEEP_REACH_SUB: Final = 12 * SUB
FULL_REACH_SUB: Final = 8 * SUB
FAR_WORK_PER_MILLE: Final = 500
ALONG_REACH_PX: Final = 6
"""How far ahead of the hand and behind it, along the wound, the work is done."""
SPOT_PX: Final = 4
"""Length of wound that is knitted as one."""
SPOT_DONE: Final = 1_000_000
"""Work in a finished spot."""
FOLLOW_WINDOW_PX: Final = 12
"""How far along the path the hand may have come since the last tick."""
STEP_OVER_SUB: Final = 5 * SUB
STEP_OVER_TICKS: Final = 45
"""So much nearer to another part of the path for so long, and the hand has stepped over to it."""

# Wounds ------------------------------------------------------------------------------------------
LIVER_HOLD_TICKS: Final = seconds(2)
RIB_ALIGN_TICKS: Final = seconds(4)
SLASH_CLAMP_TICKS: Final = seconds(3) // 2
SLASH_SEAL_TICKS: Final = seconds(1)
LIVER_SLIPS_TICKS: Final = seconds(15)
SLASH_SLIPS_TICKS: Final = seconds(20)
"""Held or clamped, and left alone for so long, a wound bleeds as before."""
LIVER_HELD_BLEEDS_PER_MILLE: Final = 700
SLASH_CLAMPED_BLEEDS_PER_MILLE: Final = 600
RUPTURE_BLEEDS_PER_MILLE: Final = 3000
LIVER_UNTOUCHED_TICKS: Final = seconds(75)
RUPTURE_LOSES_WORK_PER_MILLE: Final = 500
RIB_SWAY_PX: Final = 2
"""A cracked rib rides on the breath by so much to either side."""
BREATH_TICKS: Final = 200

TEAR_TICKS: Final = seconds(1) // 2
"""A flow that is too strong tears once in this time."""
TEAR_BLOOD: Final = 6
TEAR_PAIN: Final = 70
TEAR_LOSES_WORK: Final = 300_000
TEARS_TO_CLEAN: Final = 1
TEARS_TO_FAIR: Final = 3
TEARS_TO_RAGGED: Final = 6
"""So many tears in one wound, and its grade cannot be better."""
NICK_BLOOD: Final = 15
NICK_PAIN: Final = 100
SEAM_REACH_SUB: Final = 16 * SUB
"""A rib that is moved strains the closed slashes so near to it."""
RINSE_TICKS: Final = seconds(3)

# Grades ------------------------------------------------------------------------------------------
PERFECT_ERROR_SUB: Final = SUB * 3 // 2
CLEAN_ERROR_SUB: Final = 3 * SUB
FAIR_ERROR_SUB: Final = SUB * 11 // 2
"""Mean distance from the path. Twice as much could never be ragged: a hand that is farther off than
``KEEP_REACH_SUB`` does not touch the wound, so that what is counted seldom passes 7 px."""
PACE_LOW_PX_PER_SECOND: Final = 2
PACE_HIGH_PX_PER_SECOND: Final = 9
PACE_SAMPLE_TICKS: Final = seconds(4)
PERFECT_PACE_PER_MILLE: Final = 600
CLEAN_PACE_PER_MILLE: Final = 450
FAIR_PACE_PER_MILLE: Final = 300
PERFECT_FLOW_PER_MILLE: Final = 800
CLEAN_FLOW_PER_MILLE: Final = 600
FAIR_FLOW_PER_MILLE: Final = 400
"""Share of the samples with a good pace, and of the ticks with a good flow."""
WHOLE_PERFECT_PER_MILLE: Final = 900
WHOLE_CLEAN_PER_MILLE: Final = 600
WHOLE_FAIR_PER_MILLE: Final = 300
"""Share of the best grades there are, over all wounds."""

# Scanning by feel --------------------------------------------------------------------------------
TONE_RANGE_SUB: Final = 60 * SUB
LIGHT_RANGE_SUB: Final = 24 * SUB
FIND_REACH_SUB: Final = 7 * SUB
FIND_TICKS: Final = seconds(1)

# His body ----------------------------------------------------------------------------------------
BLOOD_AT_START: Final = 760
"""Of a patient whom no tale has bled."""
PAIN_AT_START: Final = 550
PAIN_FLOOR: Final = 150
PAIN_PER_OPEN_SLASH: Final = 80
PAIN_PER_OPEN_LIVER: Final = 160
PAIN_PER_CRACKED_RIB: Final = 60
PAIN_EBB_TICKS: Final = 4
"""Pain moves by one towards its floor in so many ticks."""
PAIN_BLEEDS_FROM: Final = 700
"""Pain over this speeds the bleeding, by up to 30 % at 1000."""
RUPTURE_PAIN: Final = 250
SAND_PAIN: Final = 60
PULSE_RESTING_BPM: Final = 52
PULSE_FADING_BLOOD: Final = 80
"""Below so much blood the pulse no longer races: it fails."""
PULSE_FADING_BPM: Final = 34
PULSE_STEP_TICKS: Final = 20
BLOOD_LOW: Final = 300
BLOOD_CRITICAL: Final = 120

# Sweat, looking up, chakra ---------------------------------------------------------------------
SWEAT_EVERY_LOW_TICKS: Final = seconds(35)
SWEAT_EVERY_HIGH_TICKS: Final = seconds(50)
SWEAT_RISES_TICKS: Final = seconds(4)
WIPE_TICKS: Final = seconds(1) * 8 // 10
LEAVE_TICKS: Final = seconds(3) // 2
"""With all that was found done, lifting the head for so long ends it."""
GUST_DIRTIES: Final = 300
"""Strength of wind, 0..1000, that carries sand into an open wound."""
FLOW_COST_MILLI_PER_TICK: Final = 40
"""Thousandths of a point of chakra a tick of flow in the middle of the band costs."""
HOT_COST_PER_MILLE: Final = 1500
SCAN_COST_MILLI_PER_TICK: Final = 25

# Help, in three steps ----------------------------------------------------------------------------
HELP_WIDTH_PER_MILLE: Final = (1000, 1400, 2000)
HELP_SPEED_PER_MILLE: Final = (1000, 800, 600)

# Her hands by themselves, while the player looks on ----------------------------------------------
ROUTINE_BESIDE_SUB: Final = SUB * 9 // 4
"""So far beside the path she works: clean, not flawless."""
ROUTINE_BREATH_TICKS: Final = seconds(12)
ROUTINE_LOOKS_TICKS: Final = seconds(3)
"""Of each breath's time she looks round so long; that makes her slow."""
ROUTINE_WIPES_AT: Final = 80
"""So much sweat, 0..1000, and she wipes her brow."""
ROUTINE_RESTS_UNDER: Final = 30
"""Points of chakra that she waits for before she goes on."""
