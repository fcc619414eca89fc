"""The articulated demonstrator: a skeleton, keyframes, inverse kinematics, and the pose at any moment."""
